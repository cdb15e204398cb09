from yunguan.core.reading import Block, BlockKind, Reading


def test_a_place_is_named_by_the_headings_above_it() -> None:
    block = Block(BlockKind.PARAGRAPH, "在职 8 人。", "第3段", ("一、基本情况", "（一）人员"))

    assert block.place("8 人").where == "一、基本情况 › （一）人员 › 第3段"


def test_blanks_are_not_characters() -> None:
    blocks = (Block(BlockKind.PARAGRAPH, "在职 8 人。\n", "第1段"),)

    assert Reading("a.txt", "txt", blocks).characters == 5
