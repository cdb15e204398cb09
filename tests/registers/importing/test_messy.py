"""Workbooks as offices really keep them: each goes in, by mapping where it must, or is refused with the right words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.houses import ROOT, house
from tests.story.homes import Home
from yunguan.registers.importing.report import FileReport, SheetReport
from yunguan.registers.importing.services import import_workbooks

pytestmark = [pytest.mark.slow, pytest.mark.once]
NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)
NEEDED_BEFORE = ("两类人员考核场次", "内设机构与编制", "预算项目", "年初预算", "预算追加追减")
BY_MAPPING = "应急预案备案台账"
KINDS, EACH, MOST_SECONDS = 40, 250, 60


def tool(name: str, *words: object) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / name, *map(str, words)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@dataclass(frozen=True)
class Messy:
    """A home that knows what the messy workbooks refer to; the workbooks; what must come of each."""

    home: Home
    folder: Path
    expected: dict[str, dict[str, Any]]

    def path(self, title: str) -> Path:
        return self.folder / str(self.expected[title]["file"])

    def imported(self, title: str, *words: str) -> tuple[int, dict[str, Any]]:
        """Exit code, and the report of its only sheet with that of the file."""
        done = self.home.run("import", str(self.path(title)), *words, "--json")
        (report,) = json.loads(done.stdout)
        (sheet,) = report["sheets"]
        return done.returncode, report | sheet

    def as_it_stands(self, outcome: str) -> list[str]:
        return [title for title, each in self.expected.items() if each["outcome"] == outcome]


@pytest.fixture(scope="module")
def messy(demo: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Messy]:
    folder = tmp_path_factory.mktemp("messy")
    tool("messy_set.py", demo.folder / "input", folder / "messy")
    listed = json.loads((folder / "messy" / "expected.json").read_text(encoding="utf-8"))
    with house(folder / "home") as environment:
        home = Home(environment, folder / "home", demo.built)
        clean = [demo.folder / "input" / f"{title}.xlsx" for title in NEEDED_BEFORE]
        assert home.imported(*clean)[0] == 0
        found = Messy(home, folder / "messy", {each["title"]: each for each in listed})
        operators = found.imported("经营业户名录")
        assert operators[0] == 0, operators
        yield found


def test_what_is_only_dressed_otherwise_goes_in_as_it_stands(messy: Messy) -> None:
    titles = {str(messy.path(title)): title for title in messy.as_it_stands("import")}
    code, reports = messy.home.imported(*map(Path, titles))
    assert code == 0
    assert len(reports) == len(titles)
    for report in reports:
        title = titles[report["file"]]
        (sheet,) = report["sheets"]
        seen = sheet["accepted"] if title != "经营业户名录" else _there_already(sheet)
        assert (title, seen) == (title, messy.expected[title]["records"])


def _there_already(report: dict[str, Any]) -> int:
    return sum("台账中已有" in skipped["reason"] for skipped in report["skipped"])


def test_every_row_is_accounted_for_and_totals_and_notes_are_told_as_skipped(messy: Messy) -> None:
    _, report = messy.imported("经营业户名录")
    reasons = {skipped["reason"] for skipped in report["skipped"]}
    assert {"表头", "空行", "合计行（合计）"} <= reasons
    assert any(reason.startswith("表下说明") for reason in reasons)
    assert len(report["skipped"]) == report["rows"]


def test_unknown_headings_are_named_mapped_once_and_then_known(messy: Messy, tmp_path: Path) -> None:
    code, report = messy.imported(BY_MAPPING)
    assert (code, report["accepted"]) == (1, 0)
    assert any("“预案文本”不是本台账的列" in question for question in report["questions"])
    code, report = messy.imported(
        BY_MAPPING, "--source", "省厅系统", "--map", "预案文本=预案名称", "--map", "经办人签字="
    )
    assert (code, report["accepted"], report["questions"]) == (0, messy.expected[BY_MAPPING]["records"], [])
    again = Path(shutil.copy(messy.path(BY_MAPPING), tmp_path / "下一份.xlsx"))
    code, (next_one,) = messy.home.imported(again)
    assert (code, _there_already(next_one["sheets"][0])) == (0, messy.expected[BY_MAPPING]["records"])


def test_merged_cells_are_refused_and_filled_only_when_asked(messy: Messy) -> None:
    (title,) = messy.as_it_stands("fill_merged")
    code, report = messy.imported(title)
    assert (code, report["accepted"]) == (1, 0)
    assert {each["reason"] for each in report["refused"]} == {"单元格在合并区域内，自身没有内容。"}
    code, report = messy.imported(title, "--fill-merged")
    assert (code, report["accepted"]) == (0, messy.expected[title]["records"])


def test_identity_numbers_kept_as_numbers_are_refused_and_nothing_of_the_file_goes_in(messy: Messy) -> None:
    (title,) = messy.as_it_stands("refuse")
    code, report = messy.imported(title)
    wanted = messy.expected[title]
    assert (code, report["imported"], report["accepted"]) == (1, False, 0)
    assert [(each["row"], each["header"]) for each in report["refused"]] == [
        (row, wanted["column"]) for row in wanted["refused"]
    ]
    assert report["held_back"] == wanted["records"] - len(wanted["refused"])
    assert all("以数字形式保存" in each["reason"] for each in report["refused"])
    assert _noted(Path(report["marked"])) == len(wanted["refused"])


def _noted(copy: Path) -> int:
    """How many cells of the first sheet bear a note."""
    sheet = load_workbook(copy).worksheets[0]
    return sum(cell.comment is not None for row in sheet.iter_rows() for cell in row)


@dataclass(frozen=True)
class Bad:
    """What came of the ten thousand bad rows, what was planted, and how long it took."""

    report: FileReport
    truth: dict[str, Any]
    seconds: float

    @property
    def sheet(self) -> SheetReport:
        (sheet,) = self.report.sheets
        return sheet


@pytest.fixture
def bad(tmp_path: Path, db: None) -> Bad:
    tool("bad_rows.py", tmp_path, "--each", EACH)
    truth = json.loads((tmp_path / "truth.json").read_text(encoding="utf-8"))
    begun = time.monotonic()
    (report,) = import_workbooks([tmp_path / "经营业户名录.xlsx"], user=None, now=NOW, partial=True)
    return Bad(report, truth, time.monotonic() - begun)


def test_each_of_ten_thousand_bad_rows_is_named_and_no_good_one_refused(bad: Bad) -> None:
    planted = {(each["row"], each["column"]) for each in bad.truth["bad"]}
    assert (len(planted), len({each["kind"] for each in bad.truth["bad"]})) == (KINDS * EACH, KINDS)
    assert {(each.row, each.header) for each in bad.sheet.refused} == planted
    assert bad.sheet.accepted == len(bad.truth["good"]) == KINDS * EACH
    assert bad.sheet.accepted + bad.sheet.held_back + len(bad.sheet.skipped) + bad.sheet.refused_rows == bad.sheet.rows
    assert all(each.reason.endswith("。") and each.remedy.endswith("。") for each in bad.sheet.refused)
    assert bad.seconds < MOST_SECONDS
