"""Indicators of this section."""
