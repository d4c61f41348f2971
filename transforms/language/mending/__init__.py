"""Trees put right where the parser is known to err."""
