"""The sections' returns of the demonstration."""

from __future__ import annotations

from pathlib import Path

from yunguan.demo.returns import EVIDENCE, Signatories, lines, owing_sections, periods, stated, write_returns
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.return_workbook import read_return
from yunguan.registers.importing.workbook import read_workbook

PEOPLE = {code: Signatories("填报甲", "签发乙") for code in owing_sections()}


def test_every_figure_without_a_register_is_in_one_return() -> None:
    listed = [
        (line.code, period) for section in owing_sections() for period in periods() for line in lines(section, period)
    ]
    assert {code for code, _ in listed} == {each.id for each in catalogue() if each.is_declared}
    assert len(listed) == len(set(listed))


def test_what_is_owed_every_month_stands_in_twelve_returns() -> None:
    listed = [line.code for period in periods() for line in lines("finance", period)]
    assert listed.count("finance.payment.planned") == 12
    assert listed.count("finance.procurement.budget") == 1


def test_a_return_reads_back_as_written(tmp_path: Path) -> None:
    for path in write_returns(tmp_path, PEOPLE):
        sheet = read_return(read_workbook(path))
        assert sheet.problems == ()
        assert sheet.period in periods()
        assert sheet.signed_by == "签发乙"
        for code, entry in sheet.entries.items():
            assert entry.value == f"{stated(sheet.period)[code][0].normalize():f}"


def test_the_evidence_that_a_return_names_lies_beside_it(tmp_path: Path) -> None:
    written = list(write_returns(tmp_path, PEOPLE))
    assert len(written) == len(owing_sections()) + 12
    for section in owing_sections():
        named = [line.evidence for period in periods() for line in lines(section, period)]
        assert all((tmp_path / EVIDENCE / name).is_file() for name in named)
