"""The words of a sentence that tell a meeting, and the places around them where its parties stand."""
