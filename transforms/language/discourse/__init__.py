"""What several sentences tell together: one meeting, one mention."""
