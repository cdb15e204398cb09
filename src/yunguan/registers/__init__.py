"""What happened: the registers of the centre, one file a book, and the machinery that lives on the declaration."""
