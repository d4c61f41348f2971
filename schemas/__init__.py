"""The typed values that cross every boundary of parley, and the Arrow tables they are published as.

Knows only the standard library and pyarrow.
"""
