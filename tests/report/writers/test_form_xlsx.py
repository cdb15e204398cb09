from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from tests.report.forms.base_data_2018 import table_of_2018
from tests.report.forms.given import facts, filled
from tests.report.forms.whole_year import WHOLE_YEAR
from tests.report.writers.office import SOFFICE, converted
from yunguan.core.numbers import decimal_of_cell
from yunguan.report.forms.fill import fill, fill_all
from yunguan.report.forms.filled import FilledForm, RatioOf, SumOf, Term
from yunguan.report.forms.shelf import forms
from yunguan.report.writers.form_xlsx import forms_bytes, formula_text

NOON = datetime(2024, 4, 3, 12, tzinfo=UTC)
KNOWN = table_of_2018()
TABLE = fill(forms().get("base_data"), KNOWN, KNOWN.department)
ROWS = ({"name": "a", "cells": ["甲", "{{a|decimal2}}"]}, {"name": "b", "cells": ["乙", "{{b|decimal2}}"]})


def made(*each: FilledForm) -> bytes:
    return forms_bytes(each, title="附表", author="中心", created=NOON)


def sheet(content: bytes, *, values: bool = False) -> Worksheet:
    active = load_workbook(BytesIO(content), data_only=values).active
    assert isinstance(active, Worksheet)
    return active


def cells(book: Workbook) -> dict[tuple[str, str], Any]:
    """Every value of a workbook that is not blank, by sheet and address; numbers to the 15 digits that are kept."""
    found = {(page.title, cell.coordinate): _kept(cell.value) for page in book for row in page for cell in row}
    return {key: value for key, value in found.items() if value not in {None, ""}}


def _kept(value: object) -> object:
    return decimal_of_cell(value) if isinstance(value, int | float) else value


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (SumOf((Term(1, 1), Term(2, 1), Term(3, 1)), 6), "=ROUND(SUM(B2:B4),6)"),
        (SumOf((Term(1, 1), Term(3, 1)), 2), "=ROUND(SUM(B2,B4),2)"),
        (SumOf((Term(1, 1), Term(1, 2, -1)), 6), "=ROUND(B2-C2,6)"),
        (SumOf((Term(1, 1, -1),), 6), "=ROUND(-B2,6)"),
        (RatioOf(Term(1, 1), Term(1, 2)), '=IF(C2=0,"",B2/C2)'),
    ],
)
def test_a_formula_is_written_as_a_clerk_would(formula: SumOf | RatioOf, text: str) -> None:
    assert formula_text(formula) == text


def test_a_formula_over_a_gap_says_so_until_it_is_filled_in() -> None:
    formula = RatioOf(Term(1, 1), Term(1, 2))
    assert formula_text(formula, [Term(1, 1)]) == '=IF(B2="【待填】","【待填】",IF(C2=0,"",B2/C2))'
    assert formula_text(formula, [Term(1, 1), Term(1, 2)]).startswith('=IF(OR(B2="【待填】",C2="【待填】"),')


def test_sums_and_rates_are_live_and_keep_the_value_that_they_give() -> None:
    content = made(TABLE)
    live, kept = sheet(content), sheet(content, values=True)
    assert (live["F6"].value, kept["F6"].value) == ('=IF(B6=0,"",D6/B6)', 136 / 143)
    assert (live["B8"].value, kept["B8"].value) == ("=ROUND(SUM(B9,B12:B13),6)", 29.08)
    assert live["F6"].number_format == "0.00%"


def test_title_unit_and_signatures_stand_where_they_belong() -> None:
    page = sheet(made(TABLE))
    room = "　" * 6  # for a name that is signed by hand
    texts = [page.cell(row, 1).value for row in (1, 2, 3, 4)]
    assert texts == ["附件1", "部门整体支出绩效评价基础数据表", "（2018年度）", "填报单位：某中心"]
    assert str(page.cell(page.max_row, 1).value).startswith(f"填表人：{room}填报日期：{room}")
    assert "单位：万元" in [cell.value for cell in page[4]]


def test_the_sheet_prints_on_a4_with_merged_heads_and_borders() -> None:
    page = sheet(made(replace(TABLE, landscape=True, repeated=(0, 2))))
    assert (page.page_setup.paperSize, page.page_setup.orientation, page.page_setup.fitToHeight) == (9, "landscape", 0)
    assert page.print_title_rows == "$5:$6"
    assert {"A5:A6", "B5:C5", "A1:G1"} <= {str(area) for area in page.merged_cells.ranges}
    inside = [cell for row in page.iter_rows(min_row=5, max_row=4 + TABLE.height) for cell in row]
    first = [cell for cell in inside if not isinstance(cell, MergedCell)]  # of each merged area
    assert {cell.border.left.style for cell in first} == {cell.border.top.style for cell in first} == {"thin"}


def test_a_gap_is_marked_and_holds_no_number() -> None:
    page = sheet(made(filled(["甲", "{{a|decimal2}}"], known=facts({"a": None}))))
    assert (page["B5"].value, page["B5"].fill.fgColor.rgb) == ("【待填】", "FFFFFF00")


def test_words_that_look_like_a_formula_stay_words() -> None:
    known = facts(unit='=HYPERLINK("http://x")')
    cell = sheet(made(filled(["{unit}", "甲"], known=known)))["A5"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x")', "s")


def test_sheets_have_names_that_a_workbook_allows() -> None:
    one = filled(["甲", "乙"])
    many = [replace(one, sheet=name) for name in ("甲/乙[1]", "甲/乙[1]", "长" * 40, "长" * 40, "\x00")]
    names = load_workbook(BytesIO(made(*many))).sheetnames
    assert names == ["甲_乙_1_", "甲_乙_1__2", "长" * 31, "长" * 28 + "_2", "\ufffd"]


def test_lines_of_a_text_are_kept_and_the_row_is_high_enough() -> None:
    page = sheet(made(filled(["一\n二\n三", "乙" * 200])))
    assert page["A5"].value == "一\n二\n三"
    assert page.row_dimensions[5].height >= 15 * 200 / 11


def test_the_same_forms_give_the_same_bytes() -> None:
    assert made(TABLE, TABLE) == made(TABLE, TABLE)


@pytest.fixture(scope="module")
def reckoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if SOFFICE is None:
        pytest.skip("没有安装 LibreOffice（soffice），无法重算工作簿")
    return tmp_path_factory.mktemp("office")


def again(folder: Path, content: bytes) -> dict[tuple[str, str], Any]:
    """The values after LibreOffice has reckoned every formula anew."""
    (folder / "forms.xlsx").write_bytes(content)
    return cells(load_workbook(converted(folder / "forms.xlsx", "xlsx", folder), data_only=True))


@pytest.mark.slow
def test_reckoning_the_workbook_again_changes_nothing(reckoned: Path) -> None:
    gaps = filled(["计", "=a+b"], ["率", "=a/b|percent2"], *ROWS, known=facts({"a": "0.1", "b": None}))
    noise = filled(["计", "=a+b"], ["率", "=a/b|percent2"], *ROWS, known=facts({"a": "0.1", "b": "0.2"}))
    zero = filled(["计", "=a+b"], ["率", "=a/b|percent2"], *ROWS, known=facts({"a": "0.1", "b": "0"}))
    content = made(TABLE, gaps, noise, zero)
    before = cells(load_workbook(BytesIO(content), data_only=True))
    assert again(reckoned, content) == before
    assert len(before) > 100


@pytest.mark.slow
def test_a_value_that_its_formula_does_not_give_would_be_seen(reckoned: Path) -> None:
    one = filled(["计", "=a+b"], *ROWS, known=facts({"a": "1", "b": "2"}))
    wrong = replace(one, cells=tuple(replace(cell, number=None) if cell.formula else cell for cell in one.cells))
    content = made(wrong)
    assert cells(load_workbook(BytesIO(content), data_only=True)) != again(reckoned, content)


@pytest.mark.slow
def test_reckoning_every_shipped_form_again_changes_nothing(reckoned: Path) -> None:
    content = made(*fill_all(forms(), WHOLE_YEAR))
    assert again(reckoned, content) == cells(load_workbook(BytesIO(content), data_only=True))
