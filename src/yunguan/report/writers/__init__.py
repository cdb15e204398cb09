"""Writers: one document tree, several kinds of file."""
