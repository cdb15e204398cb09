from pathlib import Path

from openpyxl import load_workbook

from tests.audit.telling.told_by import told_by
from yunguan.audit.telling.workbook import COLUMNS, write_list


def test_the_list_has_a_filter_a_frozen_head_and_a_row_a_fact(tmp_path: Path) -> None:
    write_list(tmp_path / "list.xlsx", told_by("在职 61 人，编制 70 名。"))
    sheet = load_workbook(tmp_path / "list.xlsx").active

    assert sheet is not None
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:T3")
    assert [cell.value for cell in sheet[1]] == [column.head for column in COLUMNS]
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == [61, 70]


def test_words_that_look_like_a_formula_stay_words(tmp_path: Path) -> None:
    write_list(tmp_path / "list.xlsx", told_by("=HYPERLINK(“甲”)人数 61 人。"))
    sheet = load_workbook(tmp_path / "list.xlsx").active

    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
