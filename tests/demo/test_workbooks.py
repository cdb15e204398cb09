"""Workbooks as clerks keep them, and the same to the byte from the same rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from yunguan.demo.centre import Centre
from yunguan.demo.workbooks import write_book
from yunguan.registers.book import book
from yunguan.registers.importing.workbook import read_workbook


def test_the_sheet_is_called_like_the_book_and_headed_by_its_columns(tmp_path: Path, centre: Centre) -> None:
    path = write_book(book("staff"), centre.rows("staff"), tmp_path)
    (sheet,) = read_workbook(path).sheets
    assert path.name == "干部职工名册.xlsx"
    assert sheet.name == "干部职工名册"
    assert sheet.rows[0] == [column.label for column in book("staff").columns]
    assert len(sheet.rows) == 1 + len(centre.rows("staff"))


def test_words_dates_and_money_are_cells_of_their_kind(tmp_path: Path) -> None:
    row = {
        "voucher_no": "2023-0001",
        "line_no": 1,
        "paid_on": date(2023, 1, 10),
        "fund": "general",
        "kind": "basic",
        "amount": Decimal("1234.05"),
        "summary": "基本工资",
    }
    (sheet,) = read_workbook(write_book(book("payment"), [row], tmp_path)).sheets
    cells = dict(zip(sheet.rows[0], sheet.rows[1], strict=False))
    assert cells["支付日期"] == date(2023, 1, 10)
    assert cells["资金性质"] == "一般公共预算"
    assert cells["金额"] == Decimal("1234.05")
    assert cells["收款人"] is None


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, centre: Centre) -> None:
    copies = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        copies.append(write_book(book("operator"), centre.rows("operator"), tmp_path / name).read_bytes())
    assert copies[0] == copies[1]


def test_a_column_that_the_book_does_not_have_is_no_column(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="不在台账中"):
        write_book(book("project"), [{"code": "A", "colour": "red"}], tmp_path)
