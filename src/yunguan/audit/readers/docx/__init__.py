"""Word files (docx): the package is guarded first, then its XML is read in order."""
