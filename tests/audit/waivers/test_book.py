from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from yunguan.audit.report import AuditReport
from yunguan.audit.run import audit
from yunguan.audit.waivers.book import (
    Book,
    WaiverError,
    beside,
    digest_of,
    finding_named,
    load_book,
    save_book,
    with_waivers,
)
from yunguan.audit.waivers.waiver import short, waiver_of
from yunguan.core.finding import Operand, Severity

WRONG = "全年支出 310.00 万元，其中基本支出 100.00 万元，项目支出 200.00 万元。"
DAY = date(2026, 11, 28)


def waived(path: Path) -> AuditReport:
    """The report on a file that states a wrong sum, its finding waived beside it."""
    path.write_text(WRONG, encoding="utf-8")
    report = audit(path)
    waiver = waiver_of(finding_named(report, short(report.findings[0])), reason="另有说明", by="李审", on=DAY)
    save_book(Book().adding(path.name, digest_of(path), (waiver,)), beside(path))
    return with_waivers(report, load_book(beside(path)), path)


def test_a_waived_finding_does_not_count_and_never_vanishes(tmp_path: Path) -> None:
    report = waived(tmp_path / "报告.txt")

    assert report.clean
    assert report.findings == ()
    assert report.waived[0].waiver.said == "李审于2026-11-28豁免：另有说明"
    assert report.as_json()["waived"][0]["finding"]["severity"] == "error"


def test_a_changed_file_makes_its_waivers_void_and_this_is_said(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    waived(path)
    path.write_text(WRONG + "\n另起一行。", encoding="utf-8")
    report = with_waivers(audit(path), load_book(beside(path)), path)

    assert not report.clean
    assert report.waived == ()
    assert "文件已改动，豁免失效" in report.notices[0]


def test_another_finding_of_the_file_is_not_waived_with_it(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    finding = waived(path).waived[0].finding
    other = replace(finding, operands=(Operand("全年支出", "311.00", "万元"), *finding.operands[1:]))
    report = with_waivers(replace(audit(path), findings=(other,)), load_book(beside(path)), path)

    assert report.findings == (other,)
    assert "没有对应的问题" in report.notices[0]


def test_a_fingerprint_does_not_depend_on_grade_or_wording(tmp_path: Path) -> None:
    finding = waived(tmp_path / "报告.txt").waived[0].finding

    assert replace(finding, severity=Severity.HINT, message="换一种说法").fingerprint == finding.fingerprint


@pytest.mark.parametrize("name", ["abc", "0123456789ab"])
def test_a_number_that_names_no_finding_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WaiverError, match=name):
        finding_named(waived(tmp_path / "报告.txt"), name)


@pytest.mark.parametrize("text", ["{", "[]", '{"documents": [{"file": "x"}]}'])
def test_a_file_of_waivers_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "坏.豁免.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WaiverError, match="读不出来"):
        load_book(path)
