"""A sheet: one side or one section of a table, its columns by their heads and its rows by their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from yunguan.audit.facts import Fact

_TOTAL = re.compile(r"(?<![车辆])合\s*计|总\s*计|小\s*计|总\s*额|总\s*分|共\s*计")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_DASH = re.compile(r"(?:^|\s)[-—–－]{1,2}(?:\s|$)")
_OF_WHICH = re.compile(r"^\s*其\s*中")
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d))\s*"
)


@dataclass(frozen=True)
class Column:
    """A column of numbers: `path` is its heads from the top, without the blanks of merged cells."""

    index: int
    path: tuple[str, ...]

    @cached_property
    def head(self) -> str:
        return "".join(self.path)


@dataclass(frozen=True)
class SheetRow:
    """One row: `label` names it, `group` is the merged cell before it, `code` its subject code or ""."""

    index: int
    label: str
    group: str
    code: str
    cells: dict[int, Fact]
    texts: tuple[str, ...]

    @cached_property
    def name(self) -> str:
        """The label without its numbering and 其中."""
        return _NUMBERING.sub("", _OF_WHICH.sub("", self.label).lstrip("：: ")).strip()

    @cached_property
    def is_total(self) -> bool:
        return bool(_TOTAL.search(self.label))

    @cached_property
    def is_part(self) -> bool:
        return bool(_OF_WHICH.match(self.label))

    @cached_property
    def number(self) -> str:
        """Its numbering (三、, 1.), "" where it has none."""
        found = _NUMBERING.match(_OF_WHICH.sub("", self.label).lstrip("：: "))
        return found[0].strip() if found else ""

    @cached_property
    def dashed(self) -> bool:
        """True where a cell holds a dash: what it stands for, nothing or a number below zero, nobody says."""
        return any(_DASH.search(text) for text in self.texts)

    @property
    def quote(self) -> str:
        return " ".join(text for text in self.texts if text)


@dataclass(frozen=True)
class Sheet:
    """Rows under one set of heads; `table` is the place of the table it is cut from, `notes` its text rows."""

    table: str
    title: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    path: tuple[str, ...] = ()
    notes: dict[str, str] | None = None

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(fact for row in self.rows for fact in row.cells.values())

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that the heads of the columns name."""
        return frozenset(year for each in self.columns for year in _YEAR.findall(each.head))

    def column(self, pattern: str, without: str = "$^") -> Column | None:
        """The first column whose heads match, None where there is none; looked for once."""
        if (pattern, without) not in self._named:
            found = (c for c in self.columns if re.search(pattern, c.head) and not re.search(without, c.head))
            self._named[pattern, without] = next(found, None)
        return self._named[pattern, without]

    @cached_property
    def _named(self) -> dict[tuple[str, str], Column | None]:
        return {}

    def pairs(self, column: Column) -> Iterator[tuple[SheetRow, Fact]]:
        """The rows that have a number in this column."""
        for row in self.rows:
            if column.index in row.cells:
                yield row, row.cells[column.index]
