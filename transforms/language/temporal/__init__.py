"""Days and times as a text tells them, and what they mean."""
