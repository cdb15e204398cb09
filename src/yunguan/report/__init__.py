"""Report: how figures are told, from an outline with marks to Word, PDF and an evidence list."""
