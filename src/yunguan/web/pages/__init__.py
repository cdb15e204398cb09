"""One module a page: its views, its addresses."""
