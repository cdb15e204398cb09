"""From a workbook to a register with its rows; import, export and history by the same machinery."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.registers.own.making import HEAD, NOW, ROWS, clerk, definition, field, head, the_book, workbook
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.importing.report import FileReport
from yunguan.registers.importing.services import import_workbooks
from yunguan.registers.importing.template import write_rows
from yunguan.registers.importing.workbook import read_workbook
from yunguan.registers.own.definition import FieldKind, Unique
from yunguan.registers.own.guessing import propose, table_of_workbook
from yunguan.registers.own.taking import define_and_take

pytestmark = pytest.mark.django_db
TYPED = ("c1", "c2", "c3", "c4", "c5", "c6", "c7")


def taken(path: Path, *, partial: bool = False, renamed: str = "") -> FileReport:
    proposal = propose(table_of_workbook(read_workbook(path)), path.stem)
    fields = [each.field for each in proposal.guesses]
    if renamed:
        fields[0] = replace(fields[0], label=renamed)
    given = definition(fields=tuple(fields), period=proposal.period)
    headings = {each.heading: n for n, each in enumerate(proposal.guesses)}
    _, report = define_and_take(definition=given, headings=headings, path=path, user=head(), now=NOW, partial=partial)
    return report


def rows() -> list[tuple[Any, ...]]:
    return list(the_book().model._default_manager.order_by("c1").values_list(*TYPED))


def test_the_rows_of_the_workbook_are_taken_in_one_step(tmp_path: Path) -> None:
    report = taken(workbook(tmp_path))
    assert (report.clean, [sheet.accepted for sheet in report.sheets]) == (True, [4])
    assert rows()[0] == ("YH-001", date(2026, 1, 5), "1", 120_050, True, 3, "轮胎老化")
    assert {each.history.count() for each in the_book().model._default_manager.all()} == {1}


def test_a_column_that_was_renamed_is_known_by_its_old_heading_from_then_on(tmp_path: Path) -> None:
    taken(workbook(tmp_path), renamed="编号")
    (tmp_path / "next").mkdir()
    later = workbook(tmp_path / "next", [(1, "YH-009", date(2026, 2, 9), "重大", 1, "否", 1, None)])
    (report,) = import_workbooks([later], user=clerk(), now=NOW)
    assert report.clean, report.as_json()
    assert len(rows()) == 5


MISTAKES = (
    ("排查日期", (5, "YH-005", "二月三十", "一般", 1, "是", 1, None)),
    ("隐患等级", (5, "YH-005", date(2026, 2, 8), "特大", 1, "是", 1, None)),
    ("整改资金（元）", (5, "YH-005", date(2026, 2, 8), "一般", "若干", "是", 1, None)),
    ("已整改", (5, "YH-005", date(2026, 2, 8), "一般", 1, "快了", 1, None)),
    ("隐患数", (5, "YH-005", date(2026, 2, 8), "一般", 1, "是", 1.5, None)),
    ("隐患编号", (5, None, date(2026, 2, 8), "一般", 1, "是", 1, None)),
    ("隐患编号", (5, "YH-001", date(2026, 2, 8), "重大", 1, "是", 1, None)),
)


@pytest.mark.parametrize(("column", "wrong"), MISTAKES)
def test_each_mistake_of_a_row_is_one_refusal_in_its_column(tmp_path: Path, column: str, wrong: Any) -> None:
    taken(workbook(tmp_path))
    (tmp_path / "next").mkdir()
    later = workbook(tmp_path / "next", [wrong])
    (report,) = import_workbooks([later], user=clerk(), now=NOW)
    assert [each.header for sheet in report.sheets for each in sheet.refused] == [column]
    assert len(rows()) == 4


def test_a_refused_row_holds_the_others_back_unless_it_is_said_otherwise(tmp_path: Path) -> None:
    bad = (*ROWS, *ROWS[:0], (5, "YH-005", date(2026, 2, 8), "一般", 1, "快了", 1, None))
    report = taken(workbook(tmp_path, bad))
    assert (report.imported, rows()) == (False, [])
    assert report.sheets[0].held_back == 4


def test_an_export_comes_in_again_as_the_same_rows(tmp_path: Path) -> None:
    taken(workbook(tmp_path))
    before = rows()
    book = the_book()
    written = [
        {name: value for name in (*TYPED, "state") if (value := getattr(each, name)) is not None}
        for each in book.model._default_manager.order_by("pk")
    ]
    write_rows(book.title, book.columns, written, tmp_path / "出.xlsx")
    (again,) = import_workbooks([tmp_path / "出.xlsx"], user=clerk(), now=NOW)
    assert [len(sheet.skipped) for sheet in again.sheets] == [5]  # the head and four rows that are there already
    book.model._base_manager.all().delete()
    (fresh,) = import_workbooks([tmp_path / "出.xlsx"], user=clerk(), now=NOW)
    assert fresh.clean, fresh.as_json()
    assert rows() == before


def test_what_is_wrong_with_the_definition_takes_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    wrong = definition(fields=(field("状态", FieldKind.TEXT, unique=Unique.ALONE),), period="")
    with pytest.raises(Refused):
        define_and_take(definition=wrong, headings={HEAD[1]: 0}, path=path, user=head(), now=NOW, partial=False)
