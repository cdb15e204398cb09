"""The gate before a hand-in: what reviewers would send a self-evaluation back for, told with place and remedy."""
