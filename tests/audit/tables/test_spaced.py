import pytest

from tests.audit.said_by import held_by, said_by
from yunguan.audit.tables.spaced import spaced
from yunguan.audit.tables.typed import Rows, Segment

HEADS = "项目 预算数 决算数"


def parts(text: str) -> list[Segment]:
    return list(spaced(list(enumerate(text.split("\n"), start=1))))


def tables(text: str) -> list[Rows]:
    return [part.rows for part in parts(text) if part.rows is not None]


def test_rows_under_a_line_of_heads_are_a_table_between_prose() -> None:
    before, table, after = parts(f"情况如下。\n{HEADS}\n接待费 4.00 3.00\n\n用车费 8.00 6.00\n以上属实。")

    assert table.rows == (("项目", "预算数", "决算数"), ("接待费", "4.00", "3.00"), ("用车费", "8.00", "6.00"))
    assert (before.first, table.first, after.first) == (1, 2, 6)
    assert (before.rows, after.rows) == (None, None)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("公务 用车费 8.00 6.00", ("公务用车费", "8.00", "6.00")),
        ("用车费 - 6.00", ("用车费", "-", "6.00")),
        ("合计 8.00 6.00", ("合计", "8.00", "6.00")),
        ("合计 8.00", ("合计", "", "")),
        ("其中 各项", ("其中各项", "", "")),
    ],
)
def test_a_line_is_a_row_of_as_many_cells_as_there_are_heads(line: str, row: tuple[str, ...]) -> None:
    (rows,) = tables(f"{HEADS}\n接待费 4.00 3.00\n{line}\n会议费 1.00 1.00")

    assert row in rows


def test_a_column_of_words_is_a_column() -> None:
    (rows,) = tables("项目 性质 金额（万元）\n修路 新建 4.00\n绿化 续建 8.00")

    assert rows[1] == ("修路", "新建", "4.00")


def test_labels_behind_the_last_row_of_numbers_are_no_part_of_the_table() -> None:
    (rows,) = tables(f"{HEADS}\n接待费 4.00 3.00\n会议费 1.00 1.00\n编制说明\n其他事项")

    assert rows[-1] == ("会议费", "1.00", "1.00")


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADS}\n接待费 4.00 3.00\n以上属实。",
        f"{HEADS}\n1 4.00 3.00\n接待费 4.00 3.00",
        f"{HEADS}\n接待费 4.00 3.00 2.00\n用车费 8.00 6.00",
        "部门 概况 说明\n接待费 4.00 3.00\n用车费 8.00 6.00",
        "项目 预算数\n接待费 4.00\n用车费 8.00",
        "项目 预算数 12.00\n接待费 4.00 3.00\n用车费 8.00 6.00",
        "项目 | 预算数 | 决算数\n接待费 4.00 3.00\n用车费 8.00 6.00",
        "项目 预算数，下同 决算数\n接待费 4.00 3.00\n用车费 8.00 6.00",
    ],
)
def test_other_lines_stay_prose(text: str) -> None:
    assert tables(text) == []
    assert sum(len(part.lines) for part in parts(text)) == len(text.split("\n"))


def test_a_total_of_such_a_table_in_a_report_is_checked() -> None:
    text = f"进度表\n单位：万元\n{HEADS}\n接待费 4.00 3.00\n用车费 8.00 6.00\n合计 {{}} 9.00\n以上属实。\n"

    assert held_by("table_totals", text.format("12.00"))
    assert said_by("table_totals", text.format("13.00")) == ["error"]
