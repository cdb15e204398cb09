"""Which line names a table: its own first row, as in workbooks, or the line that stands before it."""

from __future__ import annotations

import re

from yunguan.core.reading import Block, BlockKind, Reading, Table

_BEFORE = 6
_NAME = re.compile(r"(?:[\u4e00-\u9fff]表|表[（(].{1,12}[)）])$")


def name_of(reading: Reading, table: Table) -> Block | None:
    """The block whose text names the table, None where none does."""
    blocks = reading.blocks
    inside = span_of(reading, table)
    if not inside:
        return None
    first = blocks[inside[0]]
    alone = sum(bool(cell.strip()) for cell in table.rows[0]) == 1
    if alone and _names(first.text):
        return first
    before = (block for block in reversed(blocks[max(0, inside[0] - _BEFORE) : inside[0]]))
    for block in before:
        if block.kind is BlockKind.CELL:
            return None
        if _names(block.text):
            return block
    return None


def span_of(reading: Reading, table: Table) -> list[int]:
    """The places of its cells among the blocks."""
    return [i for i, block in enumerate(reading.blocks) if block.where.startswith(f"{table.where} 第")]


def _names(text: str) -> bool:
    return bool(_NAME.search(re.sub(r"\s", "", text)))
