"""PDF files: characters and ruled lines are got from PDFium, everything else is put together from their boxes."""
