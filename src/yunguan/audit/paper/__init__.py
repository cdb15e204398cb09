"""The working paper of an audit as HTML: one page a file, self-contained, safe whatever the document holds."""
