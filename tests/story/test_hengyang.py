"""Hengyang 2023 from workbooks to a checked report, and what becomes of it when the workbooks change."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.houses import ROOT, house
from tests.story import edits
from tests.story.homes import Home, evidence_of, sheets, words_of
from yunguan.core.numbers import round_half_up

pytestmark = pytest.mark.slow
GOLDEN = ROOT / "tests" / "golden" / "figures.csv"
ONLY_CLAIMED = ("CONFLICTS", "stated as about")
NOVEMBER, OCTOBER = "2023-11-30", "2023-10-31"
REQUIRED, FILED = "safety.emergency_plan.required", "safety.emergency_plan.filed"
RATE, ATTENDED = "safety.emergency_plan.filed_rate", "safety.managers_exam.attended"
REGISTERED, PASSED = "safety.managers_exam.registered", "safety.managers_exam.passed"
REPORT = "部门整体支出绩效自评报告.docx"
EVIDENCE = "证据清单.xlsx"


def stated() -> list[dict[str, str]]:
    """What the published report gives, without what it only claims."""
    with GOLDEN.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if not row["relation"].startswith(ONLY_CLAIMED)]


def rounds_to(value: str | None, said: str) -> bool:
    places = len(said.partition(".")[2])
    return value is not None and round_half_up(Decimal(value), places) == Decimal(said)


@pytest.fixture(scope="module")
def told(demo: Home) -> dict[str, dict[str, str | None]]:
    """The figures by the as-of date that was asked for."""
    return {"": demo.values(), **{day: demo.values("--as-of", day) for day in (NOVEMBER, OCTOBER)}}


def test_the_demonstration_succeeds_and_no_figure_is_missing(demo: Home) -> None:
    assert demo.built.returncode == 0, demo.built.stdout + demo.built.stderr
    assert "待填" not in demo.built.stdout
    assert "问题 0 处" in demo.built.stdout
    written = {path.name for path in (demo.folder / "report").iterdir()}
    assert written == {REPORT, REPORT.replace("docx", "pdf"), EVIDENCE, "绩效评价附表.xlsx", "绩效目标和监控表.xlsx"}


def test_every_figure_is_the_published_one_as_of_its_own_day(told: dict[str, dict[str, str | None]]) -> None:
    wrong = [
        (row["id"], row["value"], value)
        for row in stated()
        if not rounds_to(value := told.get(row["as_of"], told[""])[row["id"]], row["value"])
    ]
    assert wrong == []
    assert len(stated()) > 80


def test_what_has_a_register_is_computed_from_it(demo: Home) -> None:
    with GOLDEN.open(encoding="utf-8") as file:
        published = {row["id"] for row in csv.DictReader(file)}
    told = demo.figures()
    assert {code: told[code]["origin"] for code in published if told[code]["origin"] != "computed"} == {}


def test_every_computed_figure_comes_out_again_from_its_records_and_its_areas(demo: Home) -> None:
    found = demo.script("readding")
    assert found["records"] == []
    assert found["rolled"] == []
    assert len(found["seen"]) > 45


def test_the_same_folder_again_changes_nothing(demo: Home) -> None:
    before = demo.values()
    code, reports = demo.imported(demo.folder / "input")
    assert (code, [report["error"] for report in reports if report["error"]]) == (0, [])
    assert sum(sheet["accepted"] for sheet in sheets(reports)) == 0
    assert all(len(sheet["skipped"]) == sheet["rows"] for sheet in sheets(reports))
    assert demo.values() == before


def test_a_row_with_the_same_key_and_other_content_is_refused_with_both_shown(demo: Home, tmp_path: Path) -> None:
    changed = tmp_path / "经营业户名录.xlsx"
    row, before, after = edits.move_operator(demo.folder / "input" / changed.name, changed)
    code, (report,) = demo.imported(changed)
    (refused,) = report["sheets"][0]["refused"]
    assert (code, refused["row"], report["imported"]) == (1, row, False)
    assert before in refused["reason"]
    assert after in refused["reason"]
    assert Path(report["marked"]).exists()


@pytest.fixture(scope="module")
def edited(demo: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A new home into which the edited workbooks were imported."""
    place = tmp_path_factory.mktemp("edited")
    shutil.copytree(demo.folder / "input", place / "input")
    edits.delete_filed_plans(place / "input", 3)
    edits.add_failed_entry(place / "input")
    with house(place / "home") as environment:
        home = Home(environment, place / "home", demo.built)
        code, reports = home.imported(place / "input")
        assert code == 0, [sheet["refused"][:3] for sheet in sheets(reports)]
        yield home


@pytest.fixture(scope="module")
def report(edited: Home) -> Path:
    """The folder of the edited home's report; what no workbook holds, its forms and its score, waits for people."""
    done = edited.run("report", "2023", "--without-forms")
    assert done.returncode == 0, done.stderr
    waiting = [line for line in done.stdout.splitlines() if "待填" in line]
    assert waiting == ["待填：部门整体支出绩效自评得分（score.department）"]
    return edited.folder / "report"


def test_the_figures_follow_the_edited_workbooks(demo: Home, edited: Home) -> None:
    before, after = demo.values(), edited.values()
    assert (after[REQUIRED], after[FILED]) == ("434", "294")
    assert rounds_to(after[RATE], str(round_half_up(Decimal(29400) / 434, 6)))
    assert (after[REGISTERED], after[ATTENDED], after[PASSED]) == ("937", "773", before[PASSED])


def test_nothing_else_moves(demo: Home, edited: Home) -> None:
    before, after = demo.values(), edited.values()
    moved = {code for code in before if before[code] != after[code]}
    assert {code.rpartition(".")[0] for code in moved} == {
        "safety.emergency_plan",
        "safety.managers_exam",
        "finance.cost",
    }
    assert [code for code in moved if code.startswith("finance.")] == ["finance.cost.exam_attendance"]


def test_the_sentences_of_the_report_follow(report: Path) -> None:
    words = words_of(report / REPORT)
    assert "应备案道路运输企业434家，已完成备案294家，备案率68%" in words
    assert "报名937人次，参考773人次，通过289人次" in words


def test_the_evidence_list_follows(report: Path) -> None:
    listed: dict[str, dict[str, Any]] = evidence_of(report / EVIDENCE)
    assert (listed[FILED]["数值"], listed[FILED]["记录数"]) == ("294", 294)
    assert listed[ATTENDED]["数值"] == "773"


def test_a_plan_to_be_revised_next_year_leaves_the_figures_of_this_year(edited: Home) -> None:
    before = edited.values()
    assert edited.script("revise_plan") == {"state": "revision_due"}
    assert edited.values() == before
    assert edited.values("--as-of", "2024-01-07")[FILED] == "294"
    assert edited.values("--as-of", "2024-01-08")[FILED] == "293"
    assert edited.values(year=2024)[FILED] == "293"
