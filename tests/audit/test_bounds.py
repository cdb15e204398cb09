import pytest

from yunguan.audit.bounds import LONGEST_PARAGRAPH, LONGEST_SENTENCE, MOST_BLOCKS, MOST_COLUMNS, within_bounds
from yunguan.audit.reader import Unreadable
from yunguan.core.reading import Block, BlockKind, Reading, Table

SHORT = Block(BlockKind.PARAGRAPH, "标志牌 30 块。", "第1段")


def reading(*blocks: Block, tables: tuple[Table, ...] = ()) -> Reading:
    return Reading("a.txt", "txt", blocks, tables)


def test_an_ordinary_document_stays_as_it_is() -> None:
    ordinary = reading(SHORT, Block(BlockKind.PARAGRAPH, "检查 3 次。" * 1_000, "第2段"))

    assert within_bounds(ordinary) is ordinary


@pytest.mark.parametrize("text", ["块" * (LONGEST_SENTENCE + 1), "检查 3 次。" * LONGEST_PARAGRAPH])
def test_what_is_too_long_is_named_as_unread(text: str) -> None:
    found = within_bounds(reading(SHORT, Block(BlockKind.PARAGRAPH, text, "第2段")))

    assert found.blocks == (SHORT,)
    assert found.unread[0].startswith("第2段过长")


def test_a_table_that_is_too_wide_is_named_as_unread() -> None:
    cell = Block(BlockKind.CELL, "3", "表1 第1行第1列")
    table = Table("表1", (("3",) * (MOST_COLUMNS + 1),))

    found = within_bounds(reading(SHORT, cell, tables=(table,)))

    assert (found.blocks, found.tables) == ((SHORT,), ())
    assert "表1" in found.unread[0]


@pytest.mark.parametrize("blocks", [(SHORT,) * (MOST_BLOCKS + 1), (Block(BlockKind.PARAGRAPH, "块" * 9_000, "第1段"),)])
def test_a_document_that_is_all_too_much_is_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(Unreadable):
        within_bounds(reading(*blocks))
