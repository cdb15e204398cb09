from pathlib import Path

from openpyxl import load_workbook

from tests.audit.telling.told_by import told_by
from yunguan.audit.telling.workbook import write_list
from yunguan.report.proposals.columns import columns
from yunguan.report.proposals.propose import proposals


def test_the_list_shows_each_proposal_with_its_reasons(tmp_path: Path) -> None:
    facts = told_by("基本支出年初预算 1200 万元。")
    write_list(tmp_path / "a.xlsx", facts, columns(facts, proposals(facts)))
    sheet = load_workbook(tmp_path / "a.xlsx").active

    assert sheet is not None
    row = dict(zip((cell.value for cell in sheet[1]), (cell.value for cell in sheet[2]), strict=True))
    assert row["建议指标1（须人工确认）"] == "finance.basic.initial_budget"
    assert "单位同为万元" in str(row["建议1的依据"])
