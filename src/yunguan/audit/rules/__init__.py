"""One file a rule: each declares what must hold in a report, and is found by reading this folder."""
