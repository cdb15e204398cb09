"""What a workbook suggests."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.factories import credit_code, identity, operator
from tests.registers.own.making import NOW, definition, head, the_book, workbook
from yunguan.registers.importing.workbook import read_workbook
from yunguan.registers.own.definition import FieldDefinition, FieldKind, Unique
from yunguan.registers.own.guessing import NoTable, Proposal, propose, table_of_workbook
from yunguan.registers.own.taking import define_and_take

pytestmark = pytest.mark.django_db


def proposed(path: Path) -> Proposal:
    return propose(table_of_workbook(read_workbook(path)), path.stem)


def sheet_of(path: Path, *rows: Any) -> Path:
    made = Workbook()
    for each in rows:
        made.worksheets[0].append(each)
    made.save(path / "表.xlsx")
    return path / "表.xlsx"


def fields(proposal: Proposal) -> dict[str, FieldDefinition]:
    return {each.field.label: each.field for each in proposal.guesses}


def test_a_bureaus_table_becomes_columns_of_the_right_kinds(tmp_path: Path) -> None:
    found = proposed(workbook(tmp_path))
    assert found.title == "隐患排查情况表"
    assert found.rows == 4
    assert {label: each.kind.value for label, each in fields(found).items()} == {
        "隐患编号": "text",
        "排查日期": "date",
        "隐患等级": "choice",
        "整改资金": "money",
        "已整改": "boolean",
        "隐患数": "integer",
        "备注": "text",
    }


def test_what_is_owed_unique_and_the_period_follow_from_the_cells(tmp_path: Path) -> None:
    found = proposed(workbook(tmp_path))
    assert fields(found)["隐患编号"].unique is Unique.ALONE
    assert fields(found)["隐患等级"].choices == (("", "一般"), ("", "重大"))
    assert not fields(found)["备注"].required
    assert fields(found)["排查日期"].required
    assert found.period == "#1"


def test_codes_are_known_by_their_check_digits_and_operators_by_their_register(tmp_path: Path) -> None:
    operator(1)
    rows = [("姓名", "身份证号", "企业代码", "县市区", "电话", "车牌", "比例", "里程")]
    rows += [("张平", identity(1), credit_code(1), "耒阳市", "13873400001", "湘D12345", "68.5%", "12.25")]
    path = sheet_of(tmp_path, *rows)
    kinds = {label: each.kind for label, each in fields(proposed(path)).items()}
    assert kinds["身份证号"] is FieldKind.IDENTITY_NUMBER
    assert kinds["企业代码"] is FieldKind.OPERATOR
    assert kinds["县市区"] is FieldKind.AREA
    assert kinds["电话"] is FieldKind.MOBILE
    assert kinds["车牌"] is FieldKind.PLATE


def test_codes_that_no_register_knows_stay_codes(tmp_path: Path) -> None:
    path = sheet_of(tmp_path, ("企业", "代码"), ("甲公司", credit_code(7)))
    assert fields(proposed(path))["代码"].kind is FieldKind.USCC


def test_without_a_telling_column_the_fewest_that_tell_rows_apart_are_the_key(tmp_path: Path) -> None:
    rows = [("耒阳市", date(2026, 1, 1), 3), ("耒阳市", date(2026, 2, 1), 3), ("常宁市", date(2026, 1, 1), 3)]
    found = fields(proposed(sheet_of(tmp_path, ("县市区", "月份日期", "数量"), *rows)))
    assert [label for label, each in found.items() if each.unique is Unique.TOGETHER] == ["县市区", "月份日期"]


def test_numbers_keep_their_decimals(tmp_path: Path) -> None:
    found = fields(proposed(sheet_of(tmp_path, ("路线", "里程"), ("一路", 12.25), ("二路", 7))))
    assert (found["里程"].kind, found["里程"].places) == (FieldKind.DECIMAL, 2)


def test_two_columns_of_one_name_take_the_line_above(tmp_path: Path) -> None:
    with_lines = fields(proposed(two_lines(tmp_path)))
    assert list(with_lines) == ["县市区", "上年/户数", "上年/车数", "本年/户数", "本年/车数"]


def test_a_head_of_two_lines_comes_in_as_it_was_read(tmp_path: Path) -> None:
    path = two_lines(tmp_path)
    proposal = proposed(path)
    given = definition(title="户车", fields=tuple(each.field for each in proposal.guesses), period="")
    headings = {each.heading: n for n, each in enumerate(proposal.guesses)}
    _, report = define_and_take(definition=given, headings=headings, path=path, user=head(), now=NOW, partial=False)
    assert report.clean, report.as_json()
    rows: Any = the_book().model._default_manager
    found = rows.values_list("area", "c1", "c2", "c3", "c4")
    assert list(found) == [("430481", 1, 2, 3, 4)]


def two_lines(path: Path) -> Path:
    """A table whose head has two lines, groups above."""
    made = Workbook()
    page = made.worksheets[0]
    page.append(("县市区", "上年", None, "本年", None))
    page.append((None, "户数", "车数", "户数", "车数"))
    page.append(("耒阳市", 1, 2, 3, 4))
    for cells in ("A1:A2", "B1:C1", "D1:E1"):
        page.merge_cells(cells)
    made.save(path / "户车.xlsx")
    return path / "户车.xlsx"


def test_an_empty_workbook_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(NoTable):
        proposed(sheet_of(tmp_path))
