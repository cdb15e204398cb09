import pytest

from yunguan.audit.readers.xlsx.places import Cell, cell_named


@pytest.mark.parametrize(
    ("where", "ref"),
    [
        ("“收支表”工作表A3起的表 第2行第2列", "B4"),
        ("一、收支 › “收支表”工作表Z10起的表 第1行第3列", "AB10"),
        ("“收支表”工作表 第3行第2列", "B3"),
        ("“收支表”工作表B3", "B3"),
        ("“收支表”工作表 AA12", "AA12"),
    ],
)
def test_a_place_names_its_cell(where: str, ref: str) -> None:
    cell = cell_named(where, ("收支", "收支表"))

    assert cell is not None
    assert (cell.sheet, cell.ref) == ("收支表", ref)


@pytest.mark.parametrize("where", ["“别的”工作表B3", "“收支表”工作表", "第3行"])
def test_a_place_elsewhere_names_none(where: str) -> None:
    assert cell_named(where, ("收支表",)) is None


def test_a_cell_tells_its_place_and_the_table_that_begins_there() -> None:
    cell = Cell("收支表", 3, 28)

    assert (cell.where, cell.table) == ("“收支表”工作表AB3", "“收支表”工作表AB3起的表")
