"""docs/coverage.md: for every clause of the report of 2023, where in the house its work is done."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.urls import NoReverseMatch, get_resolver

from yunguan.indicators.indicator import catalogue
from yunguan.registers.book import books
from yunguan.report.outline import outline_folder

OUTLINE = "hunan_2023"
HEAD = """# Where each clause of the report is done

The report of 2023 says what the centre does, clause by clause. Each clause has its place here: a book in which the
section does the work, a figure that is computed, a page, or a text of the report. The list is `docs/coverage.csv`;
this page is generated from it, and a test proves that every name exists.

| clause | part | what it says | where it is done |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Clause:
    """One clause: its id, the part of the report, what it says, and the places (``book:plate``, ``figure:…``)."""

    id: str
    part: str
    gist: str
    places: tuple[str, ...]


def clauses(path: Path) -> list[Clause]:
    """Every clause of the list."""
    with path.open(encoding="utf-8") as file:
        return [
            Clause(row["clause"], row["section"], row["gist"], tuple(row["done_in"].split()))
            for row in csv.DictReader(file)
        ]


def coverage_document(path: Path) -> str:
    """The page."""
    return HEAD + "".join(
        f"| {each.id} | {each.part} | {each.gist.replace('|', '/')} | {'; '.join(map(_linked, each.places))} |\n"
        for each in clauses(path)
    )


def nowhere(path: Path) -> Iterator[str]:
    """Clauses without a place, and places that do not exist."""
    for each in clauses(path):
        if not each.places:
            yield f"{each.id}: no place"
        for place in each.places:
            if not _exists(place):
                yield f"{each.id}: {place}"


def _exists(place: str) -> bool:
    kind, _, name = place.partition(":")
    match kind:
        case "book":
            return name in books()
        case "figure":
            return name in catalogue()
        case "outline":
            return (outline_folder(OUTLINE) / f"{name}.md").is_file()
        case "page":
            return _is_page(name)
        case _:
            return False


def _is_page(name: str) -> bool:
    try:
        return bool(get_resolver().reverse_dict.getlist(name))
    except NoReverseMatch:
        return False


def _linked(place: str) -> str:
    kind, _, name = place.partition(":")
    match kind:
        case "book":
            return f"[{books()[name].title}](registers.md#{name})" if name in books() else f"`{name}`"
        case "figure":
            return f"`{name}`"
        case "outline":
            return f"report text {name}"
        case _:
            return f"page {name}"
