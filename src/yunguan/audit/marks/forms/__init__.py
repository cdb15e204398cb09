"""One form a format: how notes are written into a copy of it; found by reading this folder."""
