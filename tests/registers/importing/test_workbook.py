"""A workbook is read as Excel shows it, and what Excel hides is known."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.registers.importing.workbooks import (
    MAIN,
    OFFICE,
    cell,
    made_of,
    merges,
    parts,
    rows_xml,
    sheet_xml,
    simple,
    zipped,
)
from yunguan.registers.importing.content import Range
from yunguan.registers.importing.quantities import EXCEL_DIGITS
from yunguan.registers.importing.values import CellError, Covered, NoValue, Padded, Percent, Serial, Shown, shown_as
from yunguan.registers.importing.workbook import Sheet, read_workbook


def sheet_of(path: Path, data: str, *, before: str = "", after: str = "") -> Sheet:
    return read_workbook(made_of(path, sheet_xml(data, before=before, after=after))).sheets[0]


def test_rows_and_columns_keep_their_places(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path / "a.xlsx", f'<row r="3">{cell("C3", "甲")}</row><row r="5">{cell("A5", 1)}</row>')
    assert sheet.rows == [[], [], [None, None, "甲"], [], [Decimal(1)]]
    assert sheet.value(3, 2) == "甲"
    assert sheet.value(99, 2) is None
    assert sheet.place(3, 2) == "C3"


def test_cells_without_a_reference_stand_one_after_the_other(tmp_path: Path) -> None:
    data = "<row><c><v>1</v></c><c t='str'><v>甲</v></c></row><row><c/><c><v>2</v></c></row>"
    assert sheet_of(tmp_path / "a.xlsx", data).rows == [[Decimal(1), "甲"], [None, Decimal(2)]]


def test_attributes_may_stand_in_any_order_and_text_in_runs(tmp_path: Path) -> None:
    rich = (
        '<c t="inlineStr" r="A1"><is><r><t>甲</t></r><r><rPr/><t>乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is></c>'
    )
    data = f'<row r="1">{rich}<c t="n" s="2" r="B1"><v>0.5</v></c><c r="C1"><v><![CDATA[7]]></v></c></row>'
    (row,) = sheet_of(tmp_path / "a.xlsx", data).rows
    assert row == ["甲乙", Decimal("0.5"), Decimal(7)]
    assert isinstance(row[1], Percent)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (0, Decimal),
        (1, date),
        (2, Percent),
        (3, Padded),
        (4, Serial),
        (5, Serial),
        (6, Decimal),
        (7, Decimal),
        (8, Serial),
    ],
)
def test_a_number_knows_how_it_is_shown(style: int, expected: type, tmp_path: Path) -> None:
    sheet = read_workbook(simple(tmp_path / "a.xlsx", [[45019]], {"A1": style})).sheets[0]
    assert type(sheet.value(1, 0)) is expected


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (14, None, Shown.DATE),
        (31, None, Shown.DATE),
        (57, None, Shown.MONTH),
        (58, None, Shown.NO_YEAR),
        (45, None, Shown.TIME),
        (10, None, Shown.PERCENT),
        (164, "General", Shown.PLAIN),
        (164, '"D"0', Shown.PADDED),
        (164, "00000", Shown.PADDED),
        (164, "#,##0.00_ ;[Red]-#,##0.00", Shown.PLAIN),
        (164, '¥#,##0.00"元"', Shown.PLAIN),
        (164, '[$-804]yyyy"年"m"月"d"日";@', Shown.DATE),
        (164, "[DBNum1][$-804]yyyy年m月d日", Shown.DATE),
        (164, "yyyy/m/d h:mm", Shown.DATE),
        (164, "[h]:mm", Shown.TIME),
        (164, "0.00E+00", Shown.PLAIN),
        (164, "0.0%", Shown.PERCENT),
    ],
)
def test_number_formats_are_told_apart(number: int, code: str | None, shown: Shown) -> None:
    assert shown_as(number, code) is shown


def test_the_date_base_of_1904_is_kept(tmp_path: Path) -> None:
    made = parts({"表": sheet_xml(rows_xml([[43557]], {"A1": 1}))}, workbook='<workbookPr date1904="1"/>')
    assert read_workbook(zipped(tmp_path / "a.xlsx", made)).sheets[0].rows == [[date(2023, 4, 3)]]


def test_a_time_of_day_is_not_lost(tmp_path: Path) -> None:
    value = read_workbook(simple(tmp_path / "a.xlsx", [["x", 45019.5]], {"B1": 1})).sheets[0].value(1, 1)
    assert value == datetime(2023, 4, 3, 12)  # noqa: DTZ001 - Excel knows no zone


def test_a_long_number_keeps_every_digit_that_is_stored(tmp_path: Path) -> None:
    assert read_workbook(simple(tmp_path / "a.xlsx", [[430402199001011234]])).sheets[0].rows == [
        [Decimal(430402199001011234)]
    ]


def test_errors_and_formulas_without_value_are_known(tmp_path: Path) -> None:
    cells = (
        '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
        '<c r="B1"><f>C1+1</f></c>',
        '<c r="C1"><f>1+1</f><v>2</v></c>',
        '<c r="D1" t="str"><f>""</f><v></v></c>',
        '<c r="E1" t="str"><f>"甲"</f><v>甲</v></c>',
        '<c r="F1"><f t="shared" si="0"/></c>',
    )
    data = f'<row r="1">{"".join(cells)}</row>'
    sheet = sheet_of(tmp_path / "a.xlsx", data)
    assert sheet.rows == [[CellError("#DIV/0!"), NoValue("C1+1"), Decimal(2), None, "甲", NoValue()]]
    assert sheet.error(1, 0) == "#DIV/0!"
    assert sheet.without_value(1, 1)
    assert not sheet.without_value(1, 2)


def test_cells_under_a_merged_range_show_its_value_and_say_so(tmp_path: Path) -> None:
    path = simple(tmp_path / "a.xlsx", [["甲", "x", "y"], [None, None, "z"]], after=merges("A1:B2"))
    sheet = read_workbook(path).sheets[0]
    assert sheet.rows[0] == ["甲", Covered("甲", below=False), "y"]
    assert sheet.rows[1] == [Covered("甲", below=True), Covered("甲", below=False), "z"]
    assert sheet.merged == (Range(1, 0, 2, 1),)
    assert sheet.covered(2, 0)


def test_hidden_rows_columns_and_sheets_are_known(tmp_path: Path) -> None:
    data = sheet_xml(
        '<row r="1"/><row r="2" hidden="1"></row>', before='<cols><col min="2" max="3" hidden="1"/></cols>'
    )
    made = parts({"看得见": data, "看不见": data}, hidden=["看不见"])
    workbook = read_workbook(zipped(tmp_path / "a.xlsx", made))
    assert [sheet.name for sheet in workbook.visible] == ["看得见"]
    assert workbook.sheets[0].hidden_rows == {2}
    assert workbook.sheets[0].hidden_columns == {1, 2}


def test_shared_texts_with_runs_readings_and_empties_keep_their_numbers(tmp_path: Path) -> None:
    rich = "<si><r><t>乙</t></r><r><t>&amp;丙</t></r><rPh sb='0' eb='1'><t>yi</t></rPh></si>"
    items = f"<si><t>甲</t></si><si/>{rich}<si><t/></si><si/>"
    cells = "".join(f'<c r="{"ABCDE"[i]}1" t="s"><v>{i}</v></c>' for i in range(5))
    made = parts({"表": sheet_xml(f'<row r="1">{cells}</row>')})
    rels = "xl/_rels/workbook.xml.rels"
    made[rels] = made[rels].replace(
        "</Relationships>",
        f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    )
    made["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{items}</sst>'
    assert read_workbook(zipped(tmp_path / "a.xlsx", made)).sheets[0].rows == [["甲", None, "乙&丙"]]


def test_an_empty_sheet_has_no_rows(tmp_path: Path) -> None:
    assert sheet_of(tmp_path / "a.xlsx", "").rows == []


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1
)
VALUES = st.one_of(
    TEXTS,
    st.integers(-(10**14), 10**14),
    st.decimals(min_value=-(10**9), max_value=10**9, places=2).map(float),
    st.booleans(),
    st.dates(date(1901, 1, 1), date(2199, 12, 31)),
)


def as_read(value: object) -> object:
    """What a written value must come back as."""
    if isinstance(value, bool | str | date):
        return value
    return Decimal(repr(value))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(values=st.lists(VALUES, min_size=1, max_size=8), shared=st.booleans())
def test_what_other_programs_write_is_read_as_it_was_written(
    values: list[object], *, shared: bool, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    options = {"constant_memory": not shared, "default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}
    with xlsxwriter.Workbook(str(path), options | {"strings_to_urls": False}) as book:
        book.add_worksheet().write_row(0, 0, values)
    (row,) = read_workbook(path).sheets[0].rows
    assert [EXCEL_DIGITS.plus(v) if isinstance(v, Decimal) else v for v in row] == [as_read(v) for v in values]


def test_openpyxl_and_calamine_agree_with_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number in range(1, 200):
        sheet.append([f"湘D{number:05d}", number, number / 7, date(2020, 1, 1), "甲&<乙>\n丙", number % 2 == 0, None])
    book.save(path)
    read = read_workbook(path).sheets[0].rows
    others = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    for mine, theirs in zip(read, others, strict=True):
        assert [float(v) if isinstance(v, Decimal) else v for v in mine] == theirs[:6]
