"""Workbooks as offices really keep them: imported, by mapping where need be, or refused with the right words."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from yunguan.demo.build import SEED
from yunguan.demo.centre import Centre
from yunguan.demo.workbooks import write_book
from yunguan.registers.book import book
from yunguan.registers.importing.report import FileReport, SheetReport
from yunguan.registers.importing.services import import_workbooks, save_mapping

pytestmark = pytest.mark.django_db
TOOL = Path(__file__).resolve().parents[2] / "tools" / "messy_set.py"
NOW = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)
BEFORE = {
    "emergency_plan": ("operator",),
    "vehicle": ("operator",),
    "payment": ("project", "appropriation", "budget_adjustment"),
    "staff": ("establishment",),
    "practitioner": ("operator",),
    "managers_exam_entry": ("operator", "managers_exam_session"),
}
"""What must be in the house before a register can refer to it."""
SPOILT = ("operator", *BEFORE)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clean")
    centre = Centre(SEED)
    for register in {*SPOILT, *(each for needed in BEFORE.values() for each in needed)}:
        write_book(book(register), centre.rows(register), folder)
    return folder


@pytest.fixture(scope="module")
def expected(clean: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("messy")
    subprocess.run([sys.executable, str(TOOL), str(clean), str(folder)], check=True)
    found = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return {book(each["title"]).id: each | {"path": folder / each["file"]} for each in found}


def prepared(clean: Path, register: str) -> None:
    """Import what a register refers to, from the clean workbooks."""
    paths = [clean / f"{book(each).title}.xlsx" for each in BEFORE.get(register, ())]
    assert all(report.imported for report in import_workbooks(paths, user=None, now=NOW))


def taken(path: Path, *, partial: bool = False, fill_merged: bool = False) -> tuple[FileReport, SheetReport]:
    (report,) = import_workbooks([path], user=None, now=NOW, partial=partial, fill_merged=fill_merged)
    (sheet,) = report.sheets
    assert sheet.questions or sheet.accepted + sheet.held_back + len(sheet.skipped) + sheet.refused_rows == sheet.rows
    return report, sheet


def stored(register: str) -> list[dict[str, Any]]:
    """The rows as they stand in the house, without what differs from one import to the next."""
    columns = [column.name for column in book(register).columns if "__" not in column.name]
    manager = book(register).model._base_manager
    return sorted(manager.values(*columns), key=str)


def test_there_is_one_of_every_recipe(expected: dict[str, dict[str, Any]]) -> None:
    assert set(expected) == set(SPOILT)
    assert {each["outcome"] for each in expected.values()} == {"import", "map", "fill_merged", "refuse"}


@pytest.mark.parametrize("register", ["operator", "vehicle", "payment", "managers_exam_entry"])
def test_what_is_only_untidy_is_imported(clean: Path, expected: dict[str, dict[str, Any]], register: str) -> None:
    prepared(clean, register)
    report, sheet = taken(expected[register]["path"])
    assert report.clean, (sheet.questions, sheet.refused[:3])
    assert sheet.accepted == expected[register]["records"]


@pytest.mark.parametrize("register", ["operator", "payment"])
def test_the_untidy_workbook_says_the_same_as_the_clean_one(
    clean: Path, expected: dict[str, dict[str, Any]], register: str
) -> None:
    prepared(clean, register)
    taken(expected[register]["path"])
    count = len(stored(register))
    report, sheet = taken(clean / f"{book(register).title}.xlsx")
    assert report.clean, sheet.refused[:3]
    assert sheet.accepted == 0
    assert len(stored(register)) == count == expected[register]["records"]


def test_unknown_headings_are_named_and_then_mapped(clean: Path, expected: dict[str, dict[str, Any]]) -> None:
    messy = expected["emergency_plan"]
    prepared(clean, "emergency_plan")
    report, sheet = taken(messy["path"])
    assert not report.imported
    assert all(any(header in question for question in sheet.questions) for header in messy["mapping"])
    save_mapping(register="emergency_plan", source="安全法规科旧表", headers=messy["mapping"], now=NOW)
    report, sheet = taken(messy["path"])
    assert report.clean, sheet.refused[:3]
    assert sheet.accepted == messy["records"]


def test_merged_cells_are_refused_until_somebody_says_to_fill_them(
    clean: Path, expected: dict[str, dict[str, Any]]
) -> None:
    messy = expected["staff"]
    prepared(clean, "staff")
    report, sheet = taken(messy["path"])
    assert not report.imported
    assert {refusal.header for refusal in sheet.refused} == {"科室"}
    assert all("合并" in refusal.reason for refusal in sheet.refused)
    report, sheet = taken(messy["path"], fill_merged=True)
    assert report.clean, sheet.refused[:3]
    assert sheet.accepted == messy["records"]


def test_identity_numbers_kept_as_numbers_are_refused_and_no_others(
    clean: Path, expected: dict[str, dict[str, Any]]
) -> None:
    messy = expected["practitioner"]
    prepared(clean, "practitioner")
    _, sheet = taken(messy["path"], partial=True)
    assert messy["refused"]
    assert [refusal.row for refusal in sheet.refused] == messy["refused"]
    assert {refusal.header for refusal in sheet.refused} == {messy["column"]}
    assert sheet.accepted == messy["records"] - len(messy["refused"])
