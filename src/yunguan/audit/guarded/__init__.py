"""Strangers' files, read in child processes that have little memory, little time, no network and nothing to write."""
