"""Bad rows of forty kinds among good ones: each bad one named, no good one refused."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yunguan.registers.importing.report import SheetReport
from yunguan.registers.importing.services import import_workbooks

pytestmark = pytest.mark.django_db
TOOL = Path(__file__).resolve().parents[2] / "tools" / "bad_rows.py"
NOW = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


def imported(folder: Path, each: int) -> tuple[SheetReport, dict[int, str], list[int]]:
    """What the import says of a workbook with so many bad rows a kind, and the truth: bad rows and good rows."""
    subprocess.run([sys.executable, str(TOOL), str(folder), "--each", str(each)], check=True)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    (report,) = import_workbooks([folder / f"{truth['sheet']}.xlsx"], user=None, now=NOW, partial=True)
    (sheet,) = report.sheets
    return sheet, {bad["row"]: bad["column"] for bad in truth["bad"]}, truth["good"]


@pytest.mark.parametrize("each", [3, pytest.param(250, marks=pytest.mark.slow)])
def test_each_bad_row_is_named_and_no_good_one_refused(tmp_path: Path, each: int) -> None:
    sheet, bad, good = imported(tmp_path, each)
    named = {refusal.row: refusal.header for refusal in sheet.refused}
    assert len(bad) == len(good) == 40 * each
    assert named == bad
    assert sheet.accepted == len(good)
    assert [skipped.reason for skipped in sheet.skipped] == ["表头"]
    assert all(refusal.reason and refusal.remedy for refusal in sheet.refused)
