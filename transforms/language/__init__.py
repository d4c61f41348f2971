"""Reading meetings out of English: plain Python on spaCy, no Beam.

`mentions.py` reads an article, over nine rooms; each imports only from those before it:
lexicon, grammar, temporal, toponyms, mending, parties, anchors, events, discourse.
"""
