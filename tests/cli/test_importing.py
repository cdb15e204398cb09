"""`yunguan import`: section returns, saved mappings, marked copies, folders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tests.registers.importing.ledgers import Row, operator_row, plan_row, written
from yunguan.cli.main import main
from yunguan.indicators.returns import ReturnItem, SectionReturn
from yunguan.registers.tables import SavedMapping

pytestmark = pytest.mark.django_db
OPERATORS, PLANS, RETURN = "经营业户名录", "应急预案备案台账", "科室报送"
LINE = {"指标编码": "safety.campaign.participants", "数值": "2", "截止日期": "2023-06-30", "佐证材料": "签到表.pdf"}
CALLED_OTHERWISE = {"业户名称": "经营单位", "业户类型": "主体"}


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, words)])


def report(*words: object) -> tuple[int, dict[str, Any]]:
    result = run(*words, "--json")
    (found,) = json.loads(result.stdout)
    return result.exit_code, found


def section_return(path: Path, *lines: Row, section: str = "安全法规科", signed_by: str = "李科长") -> Path:
    """A return as a section hands it in."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = RETURN
    sheet.append([f"科室：{section}　期间：2023　填报人：张　签发人：{signed_by}"])
    sheet.append(list(LINE))
    for line in lines:
        sheet.append(list(line.values()))
    book.save(path)
    return path


def otherwise(row: Row) -> Row:
    return {CALLED_OTHERWISE.get(head, head): cell for head, cell in row.items()}


def test_a_signed_return_is_taken_over(tmp_path: Path) -> None:
    code, found = report(section_return(tmp_path / "a.xlsx", LINE))
    assert (code, found["imported"], found["sheets"][0]["accepted"]) == (0, True, 1)
    one = SectionReturn.objects.get(section="safety")
    assert (one.state, one.signed_by) == ("signed", "李科长")


def test_the_same_return_again_is_skipped(tmp_path: Path) -> None:
    path = section_return(tmp_path / "a.xlsx", LINE)
    run(path)
    lines = ReturnItem.history.count()
    code, found = report(path)
    assert (code, found["sheets"][0]["accepted"]) == (0, 0)
    assert found["sheets"][0]["skipped"] == [{"row": 3, "reason": "报送中已有完全相同的内容"}]
    assert ReturnItem.history.count() == lines


def test_another_value_in_a_signed_return_is_refused(tmp_path: Path) -> None:
    run(section_return(tmp_path / "a.xlsx", LINE))
    code, found = report(section_return(tmp_path / "b.xlsx", LINE | {"数值": "3"}))
    assert (code, found["imported"]) == (1, False)
    assert "已签发，不能再填写" in found["error"]
    assert ReturnItem.objects.get(indicator=LINE["指标编码"]).value_text == "2"


def test_an_unsigned_return_stays_open_and_is_signed_later(tmp_path: Path) -> None:
    run(section_return(tmp_path / "a.xlsx", LINE, signed_by=""))
    assert SectionReturn.objects.get(section="safety").state == "open"
    code, found = report(section_return(tmp_path / "b.xlsx", LINE))
    assert (code, found["sheets"][0]["accepted"]) == (0, 1)
    assert SectionReturn.objects.get(section="safety").state == "signed"


def test_a_wrong_line_of_a_return_is_named_by_its_row(tmp_path: Path) -> None:
    code, found = report(section_return(tmp_path / "a.xlsx", LINE, LINE | {"指标编码": "freight.unicorns"}))
    (refused,) = found["sheets"][0]["refused"]
    assert (code, refused["row"], found["sheets"][0]["held_back"]) == (1, 4, 1)
    assert "没有指标“freight.unicorns”" in refused["reason"]


def test_a_return_of_no_section_is_refused_as_a_file(tmp_path: Path) -> None:
    code, found = report(section_return(tmp_path / "a.xlsx", LINE, section="航空科"))
    assert (code, "航空科" in found["error"]) == (1, True)


def test_headings_mapped_once_are_known_in_the_next_file(tmp_path: Path) -> None:
    first = written(tmp_path / "a.xlsx", Sheet1=[otherwise(operator_row(1))])
    code, found = report(first, "--source", "省厅", "--map", "经营单位=业户名称", "--map", "主体=entity_kind")
    assert (code, found["sheets"][0]["accepted"]) == (0, 1)
    code, found = report(written(tmp_path / "b.xlsx", Sheet1=[otherwise(operator_row(2))]))
    assert (code, found["sheets"][0]["accepted"]) == (0, 1)


def test_a_second_mapping_of_a_source_keeps_the_first(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", **{OPERATORS: [otherwise(operator_row(1))]})
    run(path, "--map", "经营单位=业户名称")
    assert report(path, "--map", "主体=业户类型")[0] == 0
    assert SavedMapping.objects.get().headers == {"经营单位": "name", "主体": "entity_kind"}


@pytest.mark.parametrize("pair", ["经营单位=独角兽", "经营单位", "=业户名称"])
def test_a_mapping_to_nothing_is_wrong_use_and_is_not_kept(pair: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", **{OPERATORS: [otherwise(operator_row(1))]})
    result = run(path, "--map", pair)
    assert (result.exit_code, SavedMapping.objects.count()) == (2, 0)
    assert result.stderr.strip().endswith("。")


def test_a_register_may_be_named_for_a_mapping(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", Sheet1=[otherwise(operator_row(1))])
    pairs = ("--map", "经营单位=业户名称", "--map", "主体=业户类型")
    assert run(path, "--register", "unicorns", *pairs).exit_code == 2
    assert run(path, "--register", OPERATORS, *pairs).exit_code == 0


def test_a_folder_is_imported_in_order_and_without_marked_copies(tmp_path: Path) -> None:
    written(tmp_path / "1.xlsx", **{PLANS: [plan_row(1), plan_row(2, 备案编号=None)]})
    written(tmp_path / "2.xlsx", **{OPERATORS: [operator_row(1), operator_row(2)]})
    assert run(tmp_path).exit_code == 1
    assert (tmp_path / "1-标注.xlsx").exists()
    written(tmp_path / "1.xlsx", **{PLANS: [plan_row(1), plan_row(2)]})
    result = run(tmp_path, "--json")
    assert (result.exit_code, len(json.loads(result.stdout))) == (0, 2)


def test_a_marked_copy_that_was_mended_is_imported_when_named(tmp_path: Path) -> None:
    run(written(tmp_path / "a.xlsx", **{OPERATORS: [operator_row(1), operator_row(2, 业户类型="财团")]}))
    copy = tmp_path / "a-标注.xlsx"
    book = openpyxl.load_workbook(copy)
    book[OPERATORS].cell(3, list(operator_row(1)).index("业户类型") + 1, "个体")
    book.save(copy)
    code, found = report(copy)
    assert (code, found["sheets"][0]["accepted"]) == (0, 2)


def test_a_folder_without_workbooks_is_wrong_use(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert (result.exit_code, "没有找到 .xlsx 工作簿" in result.stderr) == (2, True)
