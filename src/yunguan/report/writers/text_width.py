"""How wide words are, in half Han characters, and how many lines they take: workbooks do not grow merged cells."""

from __future__ import annotations

from math import ceil
from unicodedata import east_asian_width


def width(text: str) -> int:
    """The width of a line: a Han character is 2, a digit or a Latin letter 1."""
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def lines(text: str, room: float) -> int:
    """The lines that a text takes in a cell so many half characters wide; at least one."""
    whole = max(2, int(room))
    return sum(max(1, ceil(width(line) / (whole - whole % 2))) for line in text.split("\n"))
