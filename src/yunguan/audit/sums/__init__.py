"""Sums that a text states: a total, its parts, and the words that bind them."""
