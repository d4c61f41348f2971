"""The programs: options, the graph, and the command line."""
