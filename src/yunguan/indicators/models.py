"""The tables of the indicators stage."""
