"""The words everyone speaks: values without tables and without Django."""
