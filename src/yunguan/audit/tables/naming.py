"""Which line names a table: its own first row, as in workbooks, or the line that stands before it."""

from __future__ import annotations

import re

from yunguan.audit.outline import in_table
from yunguan.audit.quantities import unspaced
from yunguan.core.reading import Block, BlockKind, Reading, Table

_BEFORE = 6
_NAME = re.compile(r"(?:[\u4e00-\u9fff]表|表[（(].{1,12}[)）])$")

Spans = dict[str, tuple[int, int]]


def spans_of(reading: Reading) -> Spans:
    """The first and the last place of each table's cells among the blocks."""
    found: Spans = {}
    for index, block in enumerate(reading.blocks):
        cell = in_table(block.where) if block.kind is BlockKind.CELL else None
        if cell:
            found[cell[0]] = (found.get(cell[0], (index,))[0], index)
    return found


def name_of(reading: Reading, table: Table, spans: Spans) -> Block | None:
    """The block whose text names the table, None where none does."""
    if table.where not in spans:
        return None
    blocks, (start, _) = reading.blocks, spans[table.where]
    alone = sum(bool(cell.strip()) for cell in table.rows[0]) == 1
    if alone and _names(blocks[start].text):
        return blocks[start]
    for block in reversed(blocks[max(0, start - _BEFORE) : start]):
        if block.kind is BlockKind.CELL:
            return None
        if _names(block.text):
            return block
    return None


def _names(text: str) -> bool:
    return bool(_NAME.search(unspaced(text)))
