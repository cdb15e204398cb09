"""What several books of the section compute alike; no book is declared here."""
