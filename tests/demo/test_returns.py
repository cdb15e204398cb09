"""The sections' returns of the demonstration."""

from __future__ import annotations

from pathlib import Path

from yunguan.core.period import Period
from yunguan.demo.returns import EVIDENCE, Signatories, lines, owing_sections, stated, write_returns
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.return_workbook import read_return
from yunguan.registers.importing.workbook import read_workbook

PEOPLE = {code: Signatories("填报甲", "签发乙") for code in owing_sections()}


def test_every_figure_without_a_register_is_in_one_return() -> None:
    listed = [line.code for section in owing_sections() for line in lines(section)]
    assert sorted(listed) == sorted(each.id for each in catalogue() if each.is_declared)


def test_a_return_reads_back_as_written(tmp_path: Path) -> None:
    for path in write_returns(tmp_path, PEOPLE):
        sheet = read_return(read_workbook(path))
        assert sheet.problems == ()
        assert sheet.period == Period.year(2023)
        assert sheet.signed_by == "签发乙"
        for code, entry in sheet.entries.items():
            assert entry.value == f"{stated()[code][0].normalize():f}"


def test_the_evidence_that_a_return_names_lies_beside_it(tmp_path: Path) -> None:
    written = list(write_returns(tmp_path, PEOPLE))
    assert len(written) == len(owing_sections())
    for section in owing_sections():
        assert all((tmp_path / EVIDENCE / line.evidence).is_file() for line in lines(section))
