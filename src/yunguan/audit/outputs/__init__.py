"""One file an output: the terminal, JSON, and each form that is written to a file and found by reading this folder."""
