"""The schemes of scoring that ship with the house, one file for each place, kind and year."""
