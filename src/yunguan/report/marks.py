"""Marks: the places of an outline where a figure belongs, ``{{id|format}}`` or ``{{id@2023-11-30|format}}``.

The grammar has a key, an optional pinned as-of date and the name of a format; nothing is evaluated, and whatever
does not match it word for word stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from yunguan.report.formats import FORMATS, Format

_MARK = re.compile(
    r"\{\{(?P<id>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*)(?:@(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}))?\|(?P<format>[a-z][a-z0-9_]*)\}\}"
)


@dataclass(frozen=True)
class Place:
    """Where something stands in an outline: the file and the line, counted from 1."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file} 第 {self.line} 行"


class OutlineError(ValueError):
    """An outline that cannot be used as it stands; the message names the place and the remedy."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(f"{place}：{message}")
        self.place = place


class UnknownFormatError(OutlineError):
    """A mark names a format that does not exist."""


class WrongDateError(OutlineError):
    """A mark pins a day that the calendar does not have."""


class UnknownFigureError(OutlineError):
    """A mark names a figure that the catalogue does not have."""


class UnfitFormatError(OutlineError):
    """A figure cannot be written in the format that its mark names without changing what it says."""


@dataclass(frozen=True)
class Mark:
    """A figure is wanted here: its id, the as-of date if one is pinned, and how to write it."""

    id: str
    pinned: date | None
    format: Format
    place: Place

    @property
    def key(self) -> tuple[str, date | None]:
        """What the figure is looked up by."""
        return self.id, self.pinned


def split(text: str, place: Place) -> Iterator[str | Mark]:
    """The literal pieces and the marks of one line, in order; the pieces are never empty.

    Raises UnknownFormatError or WrongDateError for something shaped as a mark that cannot be one.
    """
    end = 0
    for found in _MARK.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield _mark(found, place)
        end = found.end()
    if end < len(text):
        yield text[end:]


def _mark(found: re.Match[str], place: Place) -> Mark:
    name = found["format"]
    if name not in FORMATS:
        raise UnknownFormatError(
            place, f"标记 {found[0]} 的格式“{name}”不存在，请改用以下之一：{'、'.join(FORMATS.keys())}"
        )
    return Mark(found["id"], _pinned(found, place), FORMATS.get(name), place)


def _pinned(found: re.Match[str], place: Place) -> date | None:
    day = found["day"]
    if day is None:
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        raise WrongDateError(place, f"标记 {found[0]} 的截止日期 {day} 不存在，请改正") from None
