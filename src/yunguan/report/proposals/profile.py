"""What is known of each figure of the catalogue: its title, and where and with which words an outline tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from yunguan.indicators.indicator import Indicator, catalogue
from yunguan.indicators.words import area_words
from yunguan.report.marks import Mark
from yunguan.report.outline import Grid, Outline, Pieces, Words, outline_folder, read_outline
from yunguan.report.proposals.grams import Weights, grams

OUTLINE = "hunan_2023"
_CLAUSE = re.compile(r"[，。；：！？]")
_BRACKET = re.compile(r"[（(].*?[)）]")


@dataclass(frozen=True)
class Profile:
    """An indicator by the pairs of characters of its title, of the clauses that tell it, and of their headings."""

    indicator: Indicator
    area: str
    title: frozenset[str]
    clauses: tuple[frozenset[str], ...]
    heading: str
    headings: frozenset[str]


@dataclass(frozen=True)
class _Told:
    """One mark of an outline: the clause around it and the headings above."""

    id: str
    clause: str
    headings: tuple[str, ...]


@cache
def profiles() -> tuple[tuple[Profile, ...], Weights]:
    """Every figure, and what the pairs of their words are worth."""
    told = list(_told(read_outline(outline_folder(OUTLINE))))
    known = list(catalogue())
    texts = [*(each.title for each in known), *(each.clause for each in told)]
    return tuple(_profile(each, [one for one in told if one.id == each.id]) for each in known), Weights.of(texts)


def _profile(indicator: Indicator, told: list[_Told]) -> Profile:
    headings = told[0].headings if told else ()
    return Profile(
        indicator,
        {"本单位": ""}.get(area := area_words(indicator.area), area),
        grams(_BRACKET.sub("", indicator.title)),
        tuple(grams(each.clause) for each in told),
        headings[-1] if headings else "",
        grams("，".join(headings[-2:])),
    )


def _told(outline: Outline) -> Iterator[_Told]:
    for section in outline.sections:
        above: list[tuple[int, str]] = []
        for block in section.blocks:
            match block:
                case Words(level=0, pieces=pieces):
                    yield from _marks(pieces, tuple(title for _, title in above))
                case Words(level=level, pieces=pieces):
                    above = [each for each in above if each[0] < level] + [(level, _plain(pieces))]
                case Grid(rows=rows):
                    for row in rows:
                        yield from _row(row, tuple(title for _, title in above))


def _marks(pieces: Pieces, headings: tuple[str, ...]) -> Iterator[_Told]:
    for index, piece in enumerate(pieces):
        if isinstance(piece, Mark):
            before = _CLAUSE.split(_plain(pieces[:index]))[-1]
            behind = _CLAUSE.split(_plain(pieces[index + 1 : index + 2]))[0]
            yield _Told(piece.id, f"{before}{behind}", headings)


def _row(row: tuple[Pieces, ...], headings: tuple[str, ...]) -> Iterator[_Told]:
    label = next((text for cell in row if (text := _plain(cell))), "")
    for cell in row:
        yield from (_Told(piece.id, label, headings) for piece in cell if isinstance(piece, Mark))


def _plain(pieces: Iterable[object]) -> str:
    return "".join(piece.text for piece in pieces if not isinstance(piece, Mark) and hasattr(piece, "text"))
