"""Settings for each place the house stands in: base, test, production."""
