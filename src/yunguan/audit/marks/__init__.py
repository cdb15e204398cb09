"""Marked copies: the findings of an audit written into a copy of the file, at the words that they are about."""
