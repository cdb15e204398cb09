import pytest

from tests.audit.said_by import held_by, said_by
from yunguan.audit.read import read_bytes
from yunguan.audit.tables.flattened import flattened


def _lines(text: str) -> list[tuple[int, str | None]]:
    return [(number, line) for number, line in enumerate(text.split("\n"), start=1)]


FLAT = (
    "支出预算表\n单位：万元\n项目\n预算数\n决算数\n合计\n{}\n9.00\n1.接待费\n4.00\n3.00\n"
    "2.公务用车费\n8.00\n6.00\n全年情况如下。"
)


def test_cells_that_stand_one_a_line_are_a_table_again() -> None:
    (table,) = read_bytes("a.txt", FLAT.format("12.00").encode()).tables

    assert table.rows[0] == ("项目", "预算数", "决算数")
    assert table.rows[-1] == ("2.公务用车费", "8.00", "6.00")


def test_a_total_of_a_flat_table_is_checked() -> None:
    assert held_by("table_totals", FLAT.format("12.00"))
    assert said_by("table_totals", FLAT.format("13.00")) == ["error"]


def test_a_row_whose_numbers_are_fewer_than_the_heads_stands_without_them() -> None:
    text = "项目\n预算数\n决算数\n合计\n12.00\n9.00\n出国费\n0\n接待费\n4.00\n3.00\n公务用车费\n8.00\n6.00\n。"

    (table,) = [segment.rows for segment in flattened(_lines(text)) if segment.rows is not None]

    assert ("出国费", "", "") in table


def test_an_empty_cell_that_has_a_bar_of_its_own_keeps_its_place() -> None:
    text = "项目 |\n预算数 |\n决算数 |\n合计 |\n12.00 |\n3.00 |\n出国费 |\n8.00 |\n|\n接待费 |\n4.00 |\n3.00 |\n。"

    (table,) = [segment.rows for segment in flattened(_lines(text)) if segment.rows is not None]

    assert table[2] == ("出国费", "8.00", "")


def test_lines_of_a_contents_list_are_no_table() -> None:
    text = "目录\n部门概况\n1\n主要职能\n2\n机构设置\n3\n预算说明\n4\n名词解释\n5\n"

    assert read_bytes("a.txt", text.encode()).tables == ()


def test_heads_and_rows_typed_with_bars_between_only_are_a_table() -> None:
    text = "项目 | 预算数 | 决算数\n合计 | 12.00 | 9.00\n接待费 | 12.00 | 9.00\n"

    (table,) = read_bytes("a.txt", text.encode()).tables

    assert table.rows[1] == ("合计", "12.00", "9.00")


@pytest.mark.parametrize(("label", "head"), [("绩效指标", "预算数"), ("项目", "得分")])
def test_indicators_name_rows_and_points_head_a_column(label: str, head: str) -> None:
    text = FLAT.format("12.00").replace("项目\n", f"{label}\n").replace("预算数", head)

    (table,) = read_bytes("a.txt", text.encode()).tables

    assert table.rows[0] == ("项目", head, "决算数")
