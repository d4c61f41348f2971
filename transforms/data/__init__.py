"""Gazetteers, each with its origin, and the trained spaCy pipeline."""
