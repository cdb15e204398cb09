"""What the cells of a sheet are: tables, the titles and units above them, the notes below, and prose.

Blank rows part tables, unless what follows has no heads of its own: a gap inside a table is not its end, since a total
under it counts what stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from yunguan.audit.outline import Line, cells_of
from yunguan.audit.readers.xlsx.places import Cell
from yunguan.audit.readers.xlsx.sheet import Grid
from yunguan.core.reading import Table

_NUMBER: Final = re.compile(r"\s*[-−－]?\s*\d[\d,，]*(?:\.\d+)?\s*[%％]?\s*")
_YEAR: Final = re.compile(r"\s*(?:19|20)\d\d\s*")
_NAMES: Final = re.compile(r"表\s*(?:[（(].{1,12}[)）])?$|单\s*位\s*[:：]|^附")
_TITLE: Final = re.compile(r"(?:表|情况|明细|汇总|统计|清单)\s*(?:[（(].{1,12}[)）])?$|[:：]|^附|年度?$")
_SIDE: Final = re.compile(r"[:：]|^(?:公开|财决|附)?\w{0,4}\d+表$|^附件|^[（(]?\s*(?:万元|元|亿元|千元)\s*[)）]?$")
_DATE: Final = re.compile(r"(?:19|20)\d\d\s*[年./-]\s*\d{1,2}\s*(?:月|[./-])\s*(?:\d{1,2}\s*日?)?")
_BELOW: Final = re.compile(
    r"^\s*[（(]?(?:注|说明|备注|数据来源|资料来源|填表|制表|填报|审核|复核|单位负责|负责人|联系)|[。；:：]"
)
_LATIN: Final = re.compile(r"(?<=[0-9A-Za-z])\s*\n\s*(?=[0-9A-Za-z])")
_BREAK: Final = re.compile(r"\s*\n\s*")
_WIDEST_GAP: Final = 3
_MOST_BESIDE: Final = 4
_LONG: Final = 40
_MOST_NAMED: Final = 5


@dataclass
class _Region:
    """Rows that are one table, or the paragraphs of some rows where `table` is false."""

    rows: list[int]
    table: bool


@dataclass
class Layout:
    """What was found so far in all sheets."""

    lines: list[list[Line]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def lay_out(grid: Grid, layout: Layout) -> None:
    """Add the lines and tables of this sheet; a table with formulas that were saved without result is left out."""
    lines: list[Line] = []
    lacking = set(grid.without)
    for region in _regions(grid):
        missing = [(row, column) for row in region.rows for column in grid.rows[row] if (row, column) in lacking]
        if not region.table:
            lines.extend(_paragraphs(grid, region.rows))
        elif not missing:
            layout.tables.append(table := _table(grid, region.rows))
            lines.extend(cells_of(table))
        if missing:
            layout.unread.append(_without(grid, region, missing))
    layout.lines.append(lines)


def _without(grid: Grid, region: _Region, missing: list[tuple[int, int]]) -> str:
    cells = "、".join(Cell(grid.name, *each).ref for each in missing[:_MOST_NAMED])
    more = f"等 {len(missing)} 个单元格" if len(missing) > _MOST_NAMED else ""
    what = "所在的表没有核对" if region.table else "没有核对"
    return f"“{grid.name}”工作表{cells}{more}的公式没有保存计算结果，{what}，请用 Excel 打开并保存后再提供"


def _regions(grid: Grid) -> list[_Region]:
    """The regions of a sheet from the top, each with its rows that print something."""
    found: list[_Region] = []
    for band in _bands(grid):
        last = found[-1] if found else None
        if last is not None and last.table and _goes_on(grid, last.rows, band):
            last.rows.extend(band)
            continue
        found.extend(_parted(grid, band))
    return found


def _bands(grid: Grid) -> Iterator[list[int]]:
    """Rows without a blank row between them; a row under a merged cell is not blank."""
    tops = sorted((top, top + height - 1) for (top, _), (height, _) in grid.spans.items())
    band: list[int] = []
    reach = at = 0
    for row in sorted(grid.rows):
        if not grid.rows[row]:
            continue
        if band and row > band[-1] + 1 and reach < row - 1:
            yield band
            band = []
        band.append(row)
        while at < len(tops) and tops[at][0] <= row:
            reach = max(reach, tops[at][1])
            at += 1
    if band:
        yield band


def _goes_on(grid: Grid, above: list[int], band: list[int]) -> bool:
    """True where the rows behind a small gap have no heads: they belong to the table above."""
    if band[0] - above[-1] - 1 > _WIDEST_GAP:
        return False
    for row in band:
        cells = grid.rows[row]
        if any(_NAMES.search(text.strip()) for text in cells.values()):
            return False
        if len(cells) > 1:
            return any(_is_number(text) for text in cells.values()) and min(cells) >= _left(grid, above)
    return False


def _parted(grid: Grid, band: list[int]) -> Iterator[_Region]:
    """The paragraphs above, the table, the paragraphs below."""
    left, first, last = _left(grid, band), 0, len(band)
    while first < last and _is_above(grid, band[first], left):
        first += 1
    while last > first and _is_below(grid.rows[band[last - 1]]):
        last -= 1
    body = band[first:last]
    if not _is_table(grid, body):
        yield _Region(band, table=False)
        return
    parts = (_Region(band[:first], table=False), _Region(body, table=True), _Region(band[last:], table=False))
    yield from (part for part in parts if part.rows)


def _is_table(grid: Grid, rows: list[int]) -> bool:
    """True for several columns, and for a column of nothing but numbers, which is no prose."""
    texts = [text for row in rows for text in grid.rows[row].values()]
    several = len({column for row in rows for column in grid.rows[row]}) > 1
    return several or (len(texts) > 1 and all(_NUMBER.fullmatch(text) for text in texts))


def _left(grid: Grid, rows: list[int]) -> int:
    return min(min(grid.rows[row]) for row in rows)


def _is_above(grid: Grid, row: int, left: int) -> bool:
    """True for a row that is no row of a table: a title, a unit, or facts of the form beside each other."""
    cells = grid.rows[row]
    if len(cells) > 1:
        return _is_beside(cells)
    ((column, text),) = cells.items()
    if _is_number(text) or (row, column) in grid.without:
        return False
    wide = grid.spans.get((row, column), (1, 1))[1] > 1
    return column == left or not wide or bool(_TITLE.search(text.strip()))


def _is_beside(cells: dict[int, str]) -> bool:
    """True for 编制单位：… | 2023年12月 | 单位：万元; monthly heads are more than one date."""
    texts = [text.strip() for text in cells.values()]
    dates = sum(bool(_DATE.fullmatch(text)) for text in texts)
    sides = sum(bool(_SIDE.search(text)) for text in texts)
    return len(texts) <= _MOST_BESIDE and dates <= 1 and sides > 0 and dates + sides == len(texts)


def _is_below(cells: dict[int, str]) -> bool:
    """True for a note, or for who filled the form in."""
    if len(cells) > 1:
        return _is_beside(cells)
    text = next(iter(cells.values()))
    return not _is_number(text) and (bool(_BELOW.search(text)) or len(text) > _LONG)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and not _YEAR.fullmatch(text)


def _paragraphs(grid: Grid, rows: list[int]) -> Iterator[Line]:
    for row in rows:
        for column, text in grid.rows[row].items():
            where = Cell(grid.name, row, column).where
            yield from (Line(line, where) for line in text.split("\n"))


def _table(grid: Grid, rows: list[int]) -> Table:
    """The rows from the first to the last, blank ones too, so that a cell's place is counted from the first cell."""
    columns = [column for row in rows for column in grid.rows[row]]
    wide = range(min(columns), max(columns) + 1)
    cells = (grid.rows.get(row, {}) for row in range(rows[0], rows[-1] + 1))
    texts = tuple(tuple(_one_line(row[column]) if column in row else "" for column in wide) for row in cells)
    return Table(Cell(grid.name, rows[0], wide[0]).table, texts)


def _one_line(text: str) -> str:
    return _BREAK.sub("", _LATIN.sub(" ", text.strip())) if "\n" in text else text.strip()
