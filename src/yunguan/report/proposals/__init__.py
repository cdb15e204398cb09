"""Proposals: which figures of the catalogue the quantities of anybody's report may be; a person decides."""
