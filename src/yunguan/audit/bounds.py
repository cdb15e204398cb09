"""How much a document may hold so that its rules come to an end; what is beyond is refused or named as unread."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from yunguan.audit.outline import table_of
from yunguan.audit.reader import Unreadable
from yunguan.core.reading import Block, BlockKind, Reading

MOST_CHARACTERS: Final = 3_000_000
MOST_BLOCKS: Final = 100_000
MOST_COLUMNS: Final = 1_000
LONGEST_SENTENCE: Final = 5_000
LONGEST_PARAGRAPH: Final = 20_000
_SENTENCE = re.compile(r"[^。！？!?；;\n]+")


def within_bounds(reading: Reading) -> Reading:
    """The document without what is too long to check, which it names; raises Unreadable where all is too much."""
    if len(reading.blocks) > MOST_BLOCKS or sum(len(block.text) for block in reading.blocks) > MOST_CHARACTERS:
        raise Unreadable(f"“{reading.file}”的内容过多，一次查不完，请拆成几个文件后再提供")
    reading = _without_wide_tables(reading)
    long = [block for block in reading.blocks if _too_long(block)]
    if reading.blocks and not long:
        return reading
    if len(long) == len(reading.blocks):
        raise Unreadable(f"“{reading.file}”的段落过长或表格过宽，不像正常的文档，拒绝读取；请分段、分表后再提供")
    said = tuple(f"{block.where}过长（{len(block.text)}字），没有核对，请分段后再查" for block in long)
    left = {id(block) for block in long}
    kept = tuple(block for block in reading.blocks if id(block) not in left)
    return replace(reading, blocks=kept, unread=(*reading.unread, *said))


def _without_wide_tables(reading: Reading) -> Reading:
    wide = {table.where for table in reading.tables if any(len(row) > MOST_COLUMNS for row in table.rows)}
    if not wide:
        return reading
    said = tuple(f"{where}超过 {MOST_COLUMNS} 列，没有核对，请拆成几张表后再查" for where in sorted(wide))
    return replace(
        reading,
        blocks=tuple(block for block in reading.blocks if _table_of(block) not in wide),
        tables=tuple(table for table in reading.tables if table.where not in wide),
        unread=(*reading.unread, *said),
    )


def _table_of(block: Block) -> str:
    return table_of(block.where) if block.kind is BlockKind.CELL else ""


def _too_long(block: Block) -> bool:
    if len(block.text) <= LONGEST_SENTENCE:
        return False
    longest = max((len(match[0]) for match in _SENTENCE.finditer(block.text)), default=0)
    return len(block.text) > LONGEST_PARAGRAPH or longest > LONGEST_SENTENCE
