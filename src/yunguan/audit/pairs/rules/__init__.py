"""One file a rule over two documents, found by reading this folder."""
