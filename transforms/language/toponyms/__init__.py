"""Places as a text names them: towns, datelines, places under a preposition."""
