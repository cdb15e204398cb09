"""The indicators, a folder a section, a file a subject."""
