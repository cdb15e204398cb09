"""Markdown as the generated documents use it: tables and lists, one source line each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NOTE = "<!-- Written by `make docs` from the declarations in src/yunguan. Change those, not this file. -->"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table and the empty line after it; nothing at all where there is no row."""
    lines = [_line(row) for row in rows]
    return [_line(heads), "|" + "---|" * len(heads), *lines, ""] if lines else []


def code(text: str) -> str:
    """A name that is written exactly so."""
    return f"`{text}`"


def codes(names: Iterable[str]) -> str:
    """Several names."""
    return ", ".join(code(name) for name in names)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"
