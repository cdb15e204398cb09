"""What the house gives out comes back as it was: templates with their help, registers with their rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yunguan.core.area import load_areas
from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.cells import convert
from yunguan.registers.importing.layout import find_layout, match_book
from yunguan.registers.importing.template import GUIDE, OPTIONS, write_rows, write_template
from yunguan.registers.importing.workbook import read_workbook
from yunguan.registers.importing.written import TooLong

MANY = tuple((str(number), f"第{number}类车辆") for number in range(100))
COLUMNS = (
    Column("plate", "号牌号码", Kind.PLATE, required=True, key=True),
    Column("operator", "业户", Kind.REFERENCE),
    Column("sort", "车类", Kind.CHOICE, choices=MANY),
    Column("size", "大小", Kind.CHOICE, choices=(("big", "大型（重型）"), ("small", "小型"))),
    Column("seats", "座位", Kind.INTEGER, unit="座"),
    Column("weight", "吨位", Kind.DECIMAL, unit="吨"),
    Column("rate", "比率", Kind.DECIMAL, unit="%"),
    Column("price", "价格", Kind.MONEY, unit="元"),
    Column("budget", "预算", Kind.MONEY, unit="万元"),
    Column("on", "日期", Kind.DATE),
    Column("passed", "合格", Kind.BOOLEAN),
    Column("id_number", "身份证号", Kind.IDENTITY_NUMBER),
    Column("area", "县区", Kind.AREA),
    Column("state", "状态", Kind.STATE, choices=(("draft", "草稿"), ("filed", "已备案"))),
    Column("note", "备注", Kind.LONG_TEXT, help="写明原因。"),
)
ROW: dict[str, Any] = {
    "plate": "湘D12345",
    "operator": "0071",
    "sort": "7",
    "size": "big",
    "seats": 45,
    "weight": Decimal("8.2"),
    "rate": Decimal("0.68"),
    "price": 105_814,
    "budget": 1_594_540_001,
    "on": date(2023, 4, 3),
    "passed": False,
    "id_number": "11010519491231002X",
    "area": "430481",
    "state": "filed",
    "note": "两\n行",
}
INJECTIONS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "http://a.b",
    "'=1",
    "_x0041_",
    "{=1}",
    "007",
    "<a>&b",
    "mailto:a@b.c",
    "internal:A1",
    "1E5",
    "TRUE",
    "2023-04-03",
]


def back(path: Path) -> list[dict[str, Any]]:
    """The rows of a file that was written, as an import reads them."""
    layout = find_layout(read_workbook(path).sheets[0], COLUMNS)
    assert layout.certain, layout
    found: list[dict[str, Any]] = [{} for _ in layout.data_rows]
    for matched in layout.columns:
        converted = convert(matched.column, layout.values(matched), layout.context(matched))
        assert converted.problems == []
        for row, value in zip(found, converted.values, strict=True):
            if value is not None:
                row[matched.column.name] = value
    return found


def test_a_register_that_is_given_out_comes_back_as_it_was(tmp_path: Path) -> None:
    rows = [ROW, {"plate": "湘D54321"}, ROW | {"price": 0, "seats": 0, "passed": True}]
    write_rows("车辆台账", COLUMNS, rows, tmp_path / "a.xlsx")
    assert back(tmp_path / "a.xlsx") == rows


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_rows("车辆台账", COLUMNS, [ROW], tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize("text", INJECTIONS)
def test_no_text_becomes_a_formula_or_a_link(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_rows("车辆", COLUMNS, [{"plate": "湘D1", "note": text}], path)
    assert read_workbook(path).sheets[0].value(2, len(COLUMNS) - 1) == text
    cell = openpyxl.load_workbook(path)["车辆"].cell(2, len(COLUMNS))
    assert cell.data_type == "s"
    assert cell.hyperlink is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\ufffe\uffff"), min_size=1, max_size=60))
def test_every_text_comes_back_from_the_file_as_it_was(text: str, tmp_path: Path) -> None:
    write_rows("车辆", COLUMNS, [{"plate": "湘D1", "note": text}], tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx").sheets[0].value(2, len(COLUMNS) - 1) == text.replace("\r\n", "\n")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(fen=st.integers(-(10**14), 10**14))
def test_every_amount_comes_back_to_the_fen_in_either_unit(fen: int, tmp_path: Path) -> None:
    row = {"plate": "湘D12345", "price": fen, "budget": fen}
    write_rows("车辆", COLUMNS, [row], tmp_path / "a.xlsx")
    assert back(tmp_path / "a.xlsx") == [row]


def test_a_text_that_no_cell_holds_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TooLong, match="第 2 行"):
        write_rows("车辆", COLUMNS, [{"plate": "湘D1", "note": "长" * 40_000}], tmp_path / "a.xlsx")


def test_a_column_that_the_book_does_not_have_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="colour"):
        write_rows("车辆", COLUMNS, [{"colour": "red"}], tmp_path / "a.xlsx")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "车辆台账.xlsx"
    write_template("车辆台账", COLUMNS, path)
    return path


def test_a_template_is_recognised_and_holds_no_rows(template: Path) -> None:
    sheet = read_workbook(template).sheets[0]
    layout = find_layout(sheet, COLUMNS)
    assert match_book(sheet, {"vehicle": COLUMNS}, {"vehicle": "车辆台账"}).book == "vehicle"
    assert layout.certain
    assert len(layout.columns) == len(COLUMNS)
    assert layout.data_rows == ()


def test_every_heading_of_a_template_has_a_note(template: Path) -> None:
    sheet = openpyxl.load_workbook(template)["车辆台账"]
    notes = [cell.comment.text if cell.comment else "" for cell in sheet[1]]
    assert all(notes)
    assert "必填" in notes[0]
    assert "写明原因" in notes[-1]
    assert sheet.freeze_panes == "A2"


def test_short_lists_stand_in_the_cell_and_long_ones_on_a_visible_sheet(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    sources = {str(each.sqref): each.formula1 for each in book["车辆台账"].data_validations.dataValidation}
    assert sources["D2:D20001"] == '"大型（重型）,小型"'
    assert sources["C2:C20001"] == f"{OPTIONS}!$A$2:$A$101"
    assert [row[0] for row in book[OPTIONS].iter_rows(min_row=2, max_col=1, values_only=True)] == [b for _, b in MANY]
    assert book[OPTIONS].sheet_state == "visible"


def test_areas_are_offered_by_name(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    (area,) = [each for each in book["车辆台账"].data_validations.dataValidation if str(each.sqref) == "M2:M20001"]
    assert str(area.formula1).strip('"').split(",") == [each.name for each in load_areas().divisions]


@pytest.mark.parametrize(("name", "shown"), [("plate", "@"), ("id_number", "@"), ("on", "yyyy-mm-dd"), ("seats", "0")])
def test_empty_cells_of_a_template_have_the_format_of_their_kind(name: str, shown: str, template: Path) -> None:
    index = [column.name for column in COLUMNS].index(name)
    letter = "ABCDEFGHIJKLMNO"[index]
    assert openpyxl.load_workbook(template)["车辆台账"].column_dimensions[letter].number_format == shown


def test_a_template_explains_each_column(template: Path) -> None:
    guide = openpyxl.load_workbook(template)[GUIDE]
    assert [row[0] for row in guide.iter_rows(min_row=2, values_only=True)][7] == "价格（元）"
