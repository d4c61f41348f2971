"""How parley's spaCy pipeline is made: corpora in, a model directory out."""
