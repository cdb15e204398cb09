"""`yunguan audit` over documents that belong together."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from yunguan.cli.main import main

REPORT = (
    "{}年度部门整体支出绩效自评报告\n单位名称：清河市测绘中心\n一、一般公共预算支出情况\n基本支出决算数为 {} 万元。\n"
)
ACCOUNT = "清河市测绘中心{}年度部门决算\n一、一般公共预算支出情况\n基本支出决算数为 {} 万元。\n"


def run(*words: str) -> list[dict[str, Any]]:
    reports: list[dict[str, Any]] = json.loads(CliRunner().invoke(main, ["audit", *words, "--json"]).stdout)
    return reports


def rules(report: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in report["findings"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "自评.txt").write_text(REPORT.format(2023, "530.00"), encoding="utf-8")
    (tmp_path / "决算.txt").write_text(ACCOUNT.format(2023, "500.00"), encoding="utf-8")
    (tmp_path / "他单位.txt").write_text(ACCOUNT.replace("清河", "白石").format(2023, "77.00"), encoding="utf-8")
    return tmp_path


def test_files_given_together_are_paired_where_they_belong_together(folder: Path) -> None:
    ours, accounts, stranger = run(*(str(folder / f"{name}.txt") for name in ("自评", "决算", "他单位")))

    assert rules(ours) == ["same_as_accounts"]
    assert rules(accounts) == rules(stranger) == []
    assert ours["notices"] == [f"已与“{folder / '决算.txt'}”对照（同年决算或基础数据表）。"]


def test_a_companion_is_asked_for(folder: Path) -> None:
    (report,) = run(str(folder / "自评.txt"), "--companion", str(folder / "决算.txt"))

    assert rules(report) == ["same_as_accounts"]


def test_a_companion_of_another_unit_is_compared_only_when_asked_for_and_this_is_said(folder: Path) -> None:
    (report,) = run(str(folder / "自评.txt"), "--companion", str(folder / "他单位.txt"))

    assert "请核对是否同一单位" in report["notices"][1]


def test_a_last_year_of_the_wrong_year_is_not_compared(folder: Path) -> None:
    (report,) = run(str(folder / "自评.txt"), "--last-year", str(folder / "自评.txt"))

    assert rules(report) == []
    assert "应当是2022年度" in report["notices"][0]
