"""The rules by which points are given, one file each."""
