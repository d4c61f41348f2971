"""Reading meetings out of English: plain Python on spaCy, no Beam."""
