import pytest

from tests.audit.pairs.paired import DEPARTMENT, paired
from tests.audit.reading_of import audited
from yunguan.audit.pairs.pair import Kin
from yunguan.audit.run import audit_reading
from yunguan.core.reading import Block, BlockKind, Reading


def left(text: str) -> list[str]:
    return [each.text for each in audited(text).unchecked]


def test_a_number_that_nothing_checked_is_told_with_its_place() -> None:
    (one,) = audited("标志牌 30 块，其中甲 10 块，乙 20 块。全年检查 7 次。").unchecked

    assert one.as_json() == {"text": "7 次", "subject": "检查", "where": "第1行", "quote": "全年检查 7 次"}


def test_the_same_value_elsewhere_is_not_taken_for_the_one_that_was_checked() -> None:
    assert left("标志牌 30 块，其中甲 10 块，乙 20 块。全年检查 30 块。") == ["30 块"]


@pytest.mark.parametrize(
    "text",
    [
        "标志牌 30 块，其中甲 10 块，乙 20 块。",
        "标志牌 30 块，其中甲 10 块，乙 21 块。",
        "项目支出 900 万元，其中：培训费 21 万元，会议费 3 万元。",
        "考试合格率 58.14。",
    ],
)
def test_what_holds_fails_or_stays_open_was_looked_at(text: str) -> None:
    assert left(text) == []


def test_the_cells_of_a_table_count_too() -> None:
    table = "支出表\n\n| 项目 | 金额（万元） | 人数 |\n| 甲 | 1.50 | 4 |\n| 乙 | 2.25 | 6 |\n| 合计 | 3.75 | 11 |\n"

    assert left(table) == []
    assert left(table.replace("| 合计 | 3.75 | 11 |\n", "")) == ["1.50万元", "4", "2.25万元", "6"]


def test_a_table_that_was_not_understood_is_a_doubt_about_all_its_numbers() -> None:
    rows = "\n".join(f"项目{i}\t{i}.00\t{i + 3}.00\t{i + 5}.00" for i in range(1, 7))

    assert left(f"名称\t合计\t前段支出\t后段支出\n{rows}\n") == []


def test_what_is_held_against_another_document_was_checked() -> None:
    ours = DEPARTMENT.format(year=2023) + "一、支出情况\n年初结转和结余 12.50 万元。\n"
    last = DEPARTMENT.format(year=2022) + "一、支出情况\n年末结转和结余 12.50 万元。\n"

    assert [each.text for each in audited(ours).unchecked] == ["12.50 万元"]
    assert paired(ours, last, Kin.LAST_YEAR).unchecked == ()


def test_a_place_of_the_other_document_is_no_place_of_this_one() -> None:
    ours = DEPARTMENT.format(year=2023) + "一、支出情况\n年初结转和结余 12.50 万元。\n全年检查 7 次。\n"
    last = DEPARTMENT.format(year=2022) + "一、支出情况\n全年走访 5 家。\n年末结转和结余 12.50 万元。\n"

    assert [each.text for each in paired(ours, last, Kin.LAST_YEAR).unchecked] == ["7 次"]


def test_two_blocks_of_one_place_are_not_taken_for_each_other() -> None:
    texts = ("标志牌 30 块，其中甲 10 块，乙 20 块。", "巡查车 30 台，另有其他。")
    blocks = tuple(Block(BlockKind.PARAGRAPH, text, "第1段") for text in texts)

    assert [each.text for each in audit_reading(Reading("a.docx", "docx", blocks)).unchecked] == ["30 台"]
