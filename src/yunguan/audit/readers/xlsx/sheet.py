"""One sheet as the texts that its cells print, streamed once and counted before anything is kept."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Final

from yunguan.audit.reader import Unreadable
from yunguan.audit.readers.xlsx.formats import printed
from yunguan.audit.readers.xlsx.markup import Events, follow, said
from yunguan.audit.readers.xlsx.places import Cell, column_of
from yunguan.audit.readers.zipped import Package

MOST_ROWS: Final = 200_000
MOST_CELLS: Final = 2_000_000
MOST_TAGS: Final = 4_000_000
MOST_MERGES: Final = 100_000
MOST_CHARACTERS: Final = 10_000_000
_LAST_ROW: Final = 1_048_576
_LAST_COLUMN: Final = 16_384
_REF: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_MERGE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True)
class Inside:
    """What cells refer to: the shared texts, the number format of each style, the date base."""

    texts: tuple[str, ...]
    formats: tuple[str, ...]
    base_1904: bool


@dataclass
class Grid:
    """The printed texts by row and column, both from 1; `spans` are the merged cells that print something."""

    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    spans: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    numbers: set[tuple[int, int]] = field(default_factory=set)
    without: list[tuple[int, int]] = field(default_factory=list)
    """The cells whose formula was saved without its result."""


def grid_of(package: Package, path: str, name: str, inside: Inside) -> Grid:
    """The sheet in this part; raises Unreadable when it is too large, points too far out or is no sound XML."""
    walk = _Walk(package, inside, Grid(name))
    follow(package, path, Events(walk.begin, walk.end))
    _cover(walk.grid, walk.merges, package.name)
    return walk.grid


@dataclass
class _Walk:
    """Where in the sheet the events are, and the cell that is open."""

    package: Package
    inside: Inside
    grid: Grid
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    row: int = 0
    column: int = 0
    tags: int = 0
    width: int = 0
    characters: int = 0
    in_row: bool = False
    kind: str = ""
    style: str = ""
    value: str | None = None
    formula: bool = False
    pieces: list[str] = field(default_factory=list)
    aside: bool = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c" and self.in_row:
            self._begin_cell(attributes)
        elif name == "row":
            self._begin_row(attributes.get("r", ""))
        elif name == "f" and self.in_row:
            self.formula = True
        elif name == "rPh":
            self.aside = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, name: str, text: str) -> None:
        if not self.in_row:
            return
        if name == "v":
            self.value = text
        elif name == "t" and not self.aside:
            self.pieces.append(text)
        elif name == "rPh":
            self.aside = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self.in_row = False

    def _begin_row(self, number: str) -> None:
        row = int(number) if number.isdecimal() and len(number) <= len(str(_LAST_ROW)) else self.row + 1
        if row <= self.row or row > _LAST_ROW:
            raise self.package.damaged(f"工作表“{self.grid.name}”的行次序颠倒")
        self.row, self.column, self.in_row = row, 0, True

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self.tags += 1
        if self.tags > MOST_TAGS:
            raise self._too_large()
        column = self.column + 1
        if ref := attributes.get("r"):
            found = _REF.fullmatch(ref)
            if found is None or int(found[2]) != self.row:
                raise self.package.damaged(f"工作表“{self.grid.name}”的单元格位置写错")
            column = column_of(found[1])
        if column <= self.column or column > _LAST_COLUMN:
            raise self.package.damaged(f"工作表“{self.grid.name}”的单元格次序颠倒")
        self.column = column
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
        self.value, self.formula, self.aside = None, False, False
        self.pieces.clear()

    def _end_cell(self) -> None:
        if self.formula and not self.value and not self.pieces and self.kind != "str":
            self.grid.without.append((self.row, self.column))
            self._keep("")
            return
        text = self._printed()
        if text.strip():
            self._keep(text)

    def _keep(self, text: str) -> None:
        self.width = max(self.width, self.column)
        self.characters += len(text)
        if self.row > MOST_ROWS or self.row * self.width > MOST_CELLS:
            raise self._too_large()
        if self.characters > MOST_CHARACTERS:
            raise Unreadable(f"“{self.package.name}”的文字过多，一次查不完，请拆成几个文件后再提供")
        self.grid.rows.setdefault(self.row, {})[self.column] = text

    def _printed(self) -> str:
        value = "".join(self.pieces) if self.kind == "inlineStr" else self.value
        if value is None or (not value and self.kind != "inlineStr"):
            return ""
        if self.kind == "s":
            return self._shared(value)
        if self.kind == "b":
            return "TRUE" if value in {"1", "true"} else "FALSE"
        if self.kind != "n":
            return said(value)
        text = printed(value, self._format(), base_1904=self.inside.base_1904)
        if text is None:
            raise self.package.damaged(f"工作表“{self.grid.name}”的数字写错")
        self.grid.numbers.add((self.row, self.column))
        return text

    def _shared(self, number: str) -> str:
        if not number.strip().isdecimal() or len(number) > len(str(MOST_TAGS)):
            raise self.package.damaged("单元格指向了不存在的文字")
        if int(number) >= len(self.inside.texts):
            raise self.package.damaged("单元格指向了不存在的文字")
        return self.inside.texts[int(number)]

    def _format(self) -> str:
        index = int(self.style) if self.style.isdecimal() and len(self.style) < len(str(MOST_TAGS)) else 0
        return self.inside.formats[index] if index < len(self.inside.formats) else ""

    def _merge(self, ref: str) -> None:
        found = _MERGE.fullmatch(ref)
        if found is None:
            raise self.package.damaged(f"工作表“{self.grid.name}”的合并单元格写错")
        if len(self.merges) >= MOST_MERGES:
            raise _too_many_merges(self.package.name)
        self.merges.append((int(found[2]), column_of(found[1]), int(found[4]), column_of(found[3])))

    def _too_large(self) -> Unreadable:
        place = Cell(self.grid.name, self.row, self.column).where
        return Unreadable(
            f"“{self.package.name}”的内容一直到{place}，超过 {MOST_ROWS:,} 行或 {MOST_CELLS:,} 个单元格的上限，"
            "请删除远处的零星内容，或拆成几个工作簿后再提供"
        )


def _cover(grid: Grid, merges: list[tuple[int, int, int, int]], name: str) -> None:
    """Take out what lies under merged cells, and note how far those that print something reach."""
    numbers = sorted(grid.rows)
    visits = 0
    for top, left, bottom, right in merges:
        covered = numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)]
        visits += 1 + sum(len(grid.rows[row]) for row in covered)
        if visits > 10 * MOST_CELLS:
            raise _too_many_merges(name)
        for row in covered:
            cells = grid.rows[row]
            for column in [each for each in cells if left <= each <= right and (row, each) != (top, left)]:
                del cells[column]
        if grid.rows.get(top, {}).get(left):
            grid.spans[top, left] = (bottom - top + 1, right - left + 1)


def _too_many_merges(name: str) -> Unreadable:
    return Unreadable(f"“{name}”里合并的单元格过多，不像正常的表格，拒绝读取；请取消合并后再提供")
