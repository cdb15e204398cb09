from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from tests.audit.telling.told_by import told_by
from yunguan.cli.main import main
from yunguan.indicators.returns import ReturnItem, SectionReturn
from yunguan.report.proposals.declare import write_drafts
from yunguan.report.proposals.propose import proposals

TEXT = """部门整体支出绩效自评报告（2023年度）

基本支出年初预算 1200 万元，年中追加预算 30000 元。

截止10月底，培训初学驾驶员 2.8 万人。
"""


def drafts(folder: Path, text: str = TEXT) -> list[Path]:
    facts = told_by(text)
    return list(write_drafts(folder, "去年.docx", facts, proposals(facts)))


def test_each_section_gets_a_draft_in_the_units_of_the_figures(tmp_path: Path) -> None:
    paths = drafts(tmp_path)
    rows = {row[0]: row for path in paths for row in openpyxl.load_workbook(path).worksheets[0].values}

    assert [path.stem for path in paths] == ["科室报送-driver_training", "科室报送-finance"]
    assert rows["finance.basic.additions"][2:5] == ("万元", "3", "2023-12-31")
    assert rows["training.learners"][3:5] == ("28000", "2023-10-31")
    assert "须核对" in str(rows["training.learners"][6])


def test_a_second_draft_does_not_overwrite_the_first(tmp_path: Path) -> None:
    drafts(tmp_path)

    assert [path.name for path in drafts(tmp_path)][-1] == "科室报送-finance(2).xlsx"


@pytest.mark.django_db
def test_an_unsigned_draft_is_imported_but_stays_open_for_its_section(tmp_path: Path) -> None:
    path = drafts(tmp_path)[-1]
    result = CliRunner().invoke(main, ["import", str(path)])

    assert result.exit_code == 0, result.output
    assert SectionReturn.objects.get(section="finance").state == "open"
    assert ReturnItem.objects.get(indicator="finance.basic.initial_budget").value_text == "1200"


def test_without_a_year_nothing_is_drafted(tmp_path: Path) -> None:
    assert drafts(tmp_path / "出", "基本支出年初预算 1200 万元。") == []
    assert not (tmp_path / "出").exists()
