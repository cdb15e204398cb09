"""`yunguan audit --profile` and `--waive`: what weighs how, and what a reviewer lets stand."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yunguan.cli.main import main

WRONG = "全年支出 310.00 万元，其中基本支出 100.00 万元，项目支出 200.00 万元。"
BECAUSE = ("--reason", "另有说明", "--by", "李审", "--on", "2026-11-28")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["audit", *words])


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "报告.txt"
    path.write_text(WRONG, encoding="utf-8")
    return str(path)


def number(report: str) -> str:
    """The number that the terminal gives the finding."""
    return run(report).output.partition("编号 ")[2][:12]


def test_a_waived_finding_is_listed_apart_and_does_not_fail_the_run(report: str) -> None:
    assert run(report).exit_code == 1

    waived = run(report, "--waive", number(report), *BECAUSE)
    again = run(report, "--json")

    assert (waived.exit_code, "李审于2026-11-28豁免：另有说明" in waived.output) == (0, True)
    assert again.exit_code == 0
    assert [each["waiver"]["by"] for each in json.loads(again.stdout)[0]["waived"]] == ["李审"]


def test_after_a_change_the_waiver_is_void(report: str) -> None:
    run(report, "--waive", number(report), *BECAUSE)
    Path(report).write_text(f"{WRONG}\n改过。", encoding="utf-8")

    result = run(report)

    assert (result.exit_code, "文件已改动，豁免失效" in result.output) == (1, True)


def test_waivers_may_lie_in_a_file_of_ones_own(report: str, tmp_path: Path) -> None:
    place = str(tmp_path / "豁免.json")
    run(report, "--waive", number(report), *BECAUSE, "--waivers", place)

    assert run(report).exit_code == 1
    assert run(report, "--waivers", place).exit_code == 0


def test_a_profile_lowers_what_fails_the_run(report: str, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[rules.total_equals_parts]\nimpact = "off"\nreason = "另行核对"\n', encoding="utf-8")

    assert run(report, "--profile", str(path)).exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--profile", "没有"), "没有名为“没有”的审核方案"),
        (("--waive", "0123456789ab", *BECAUSE), "没有编号为"),
        (("--waive", "0123456789ab"), "要写明理由和姓名"),
        (("--reason", "无"), "要与 --waive"),
    ],
)
def test_wrong_use_is_answered_in_chinese(report: str, words: tuple[str, ...], said: str) -> None:
    result = run(report, *words)

    assert (result.exit_code, said in result.output) == (2, True)


def test_a_waiver_is_for_one_file(report: str) -> None:
    assert run(report, report, "--waive", "0123456789ab", *BECAUSE).exit_code == 2
