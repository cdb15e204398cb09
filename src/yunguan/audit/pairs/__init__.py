"""Two documents together: this year's report with last year's, and with the accounts of the same year."""
