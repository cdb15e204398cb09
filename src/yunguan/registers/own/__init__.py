"""Registers of one's own: books that a section defines without code, kept by the same machinery as the others."""
