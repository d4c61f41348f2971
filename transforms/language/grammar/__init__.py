"""What a tree says: its labels, the words that govern a meeting, tense, and whether it took place."""
