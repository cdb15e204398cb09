"""The cells of one sheet as they are kept: rows of values, and what lies under merged ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from yunguan.registers.importing.archive import Unreadable
from yunguan.registers.importing.texts import column_number
from yunguan.registers.importing.values import CellValue, Covered

MAX_ROWS: Final = 200_000
MAX_CELLS: Final = 2_000_000
MAX_MERGED: Final = 100_000
MAX_COLUMN: Final = 16_384

_MERGE: Final = re.compile(r'<mergeCell\b[^>]*?\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')


@dataclass(frozen=True)
class Range:
    """A merged range; rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Content:
    """The cells of a sheet as read: `rows[i]` is row i + 1, ragged, up to the last value."""

    rows: list[list[CellValue]] = field(default_factory=list)
    merged: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    width: int = 0


def cover_merged(content: Content, tail: str) -> None:
    """Mark the cells under each merged range that the XML after the cells lists; Unreadable when there are too many."""
    area = 0
    for index, (left, top, right, bottom) in enumerate(_MERGE.findall(tail)):
        found = Range(int(top), column_number(left), min(int(bottom), MAX_ROWS), min(column_number(right), MAX_COLUMN))
        content.merged.append(found)
        rows = min(found.bottom, len(content.rows)) - found.top + 1
        area += max(rows, 0) * max(min(found.right, content.width) - found.left + 1, 0)
        if index >= MAX_MERGED or area > MAX_CELLS:
            raise Unreadable("工作表中的合并单元格过多，请取消合并后再上传。")
    for found in content.merged:
        _cover(content, found)


def _cover(content: Content, found: Range) -> None:
    rows = content.rows
    if found.top > len(rows):
        return
    first = rows[found.top - 1]
    anchor = first[found.left] if found.left < len(first) else None
    if anchor is None or isinstance(anchor, Covered):
        return
    for number in range(found.top, min(found.bottom, len(rows)) + 1):
        row = rows[number - 1]
        last = min(found.right, content.width - 1)
        row.extend([None] * (last + 1 - len(row)))
        for column in range(found.left, last + 1):
            if (number, column) != (found.top, found.left):
                row[column] = Covered(anchor, below=column == found.left)
