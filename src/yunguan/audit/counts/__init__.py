"""Rates and the counts they are made of: which counts stand beside a rate, and what is said of them."""
