import pytest

from yunguan.audit.read import read_bytes
from yunguan.audit.tables.typed import segments

ROWS = (("项目", "金额"), ("甲项目", "12.50"), ("合计", "12.50"))


@pytest.mark.parametrize(
    "text",
    [
        "项目\t金额\n甲项目\t12.50\n合计\t12.50",
        "| 项目 | 金额 |\n|---|---|\n| 甲项目 | 12.50 |\n| 合计 | 12.50 |",
        "─────────\n│ 项目   │ 金额  │\n│ 甲项目 │ 12.50 │\n│ 合计   │ 12.50 │\n─────────",
        "项目    金额\n甲项目  12.50\n合计    12.50",
    ],
)
def test_a_typed_table_is_cut_into_its_cells(text: str) -> None:
    lines = [(1, "表前的一句话。"), *enumerate(text.split("\n"), start=2)]

    _, found = segments(lines)

    assert found.rows == ROWS


def test_a_table_goes_on_behind_the_edge_of_a_page() -> None:
    lines = [(1, "项目\t金额"), (2, ""), (3, None), (4, ""), (5, "甲项目\t12.50"), (6, "合计\t12.50")]

    (found,) = segments(lines)

    assert found.rows == ROWS


def test_two_blanks_in_a_sentence_make_no_table() -> None:
    lines = [(1, "基本支出占  %，其余为项目支出。"), (2, "项目支出占  %。")]

    assert [found.rows for found in segments(lines)] == [None]


def test_a_row_of_numbers_that_lost_cells_of_a_merged_head_is_not_placed() -> None:
    text = "三公经费表\n单位：万元\n合计 | 出国费 | 车辆费 | 接待费\n22.00 | 14.00 | 8.00\n"

    (table,) = read_bytes("a.txt", text.encode()).tables

    assert table.rows[1] == ("22.00 14.00 8.00", "", "", "")


def test_a_coded_row_without_its_last_cells_keeps_its_places() -> None:
    text = "支出表\n编码\t名称\t合计\t备注\n214\t交通运输\t9.00\n21401\t公路\t9.00\n"

    (table,) = read_bytes("a.txt", text.encode()).tables

    assert table.rows[1] == ("214", "交通运输", "9.00", "")
