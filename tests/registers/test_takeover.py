"""An export laid beside the register: every row is accounted for, nothing is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.factories import NOW, credit_code, operator
from yunguan.registers.book import book, books
from yunguan.registers.importing.building import Conditions
from yunguan.registers.takeover.reconcile import NoExport, Reconciliation, reconcile
from yunguan.registers.takeover.report import write_reconciliation
from yunguan.registers.takeover.source import Source, sources

HEADS = [
    "业户名称",
    "社会信用代码",
    "业户类型",
    "行业类别",
    "两客一危",
    "应备案应急预案",
    "开业日期",
    "所属辖区",
    "备用字段",
]


def export(path: Path, *rows: tuple[int, str, str]) -> Path:
    """An export of the provincial system: number, name and trade of each operator."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(HEADS)
    for number, name, sector in rows:
        code = credit_code(number) if number else "乱码"
        sheet.append([name, code, "企业法人", sector, "否", "是", date(2015, 1, 1), "珠晖区", "x"])
    workbook.save(path)
    return path


def laid_beside(path: Path, source: str = "provincial_operators") -> Reconciliation:
    records = book("operator").model._default_manager.order_by("id")
    return reconcile(sources().get(source), path, Conditions(None, NOW, "430400"), records)


@pytest.mark.django_db
def test_every_row_and_every_record_is_on_one_side_or_both(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        operator(number, name=f"第{number}运输有限公司")
    path = export(
        tmp_path / "export.xlsx",
        (1, "第1运输有限公司", "道路客运"),
        (2, "改名运输有限公司", "道路客运"),
        (4, "第4运输有限公司", "道路客运"),
        (4, "第4运输有限公司", "道路客运"),
        (0, "错码运输有限公司", "道路客运"),
    )
    found = laid_beside(path)
    assert (found.rows, found.agreeing, len(found.repeated), len(found.refused)) == (5, 1, 1, 1)
    assert [record.uscc for record in found.missing_here.values()] == [credit_code(4)]  # type: ignore[attr-defined]
    assert [record.uscc for record in found.missing_there] == [credit_code(3)]  # type: ignore[attr-defined]
    (difference,) = found.differing
    assert (difference.column.name, difference.ours, difference.theirs) == (
        "name",
        "第2运输有限公司",
        "改名运输有限公司",
    )
    assert found.left_out == ("备用字段",)
    assert book("operator").model._default_manager.count() == 3


@pytest.mark.django_db
def test_the_result_is_a_workbook_with_a_sheet_for_each_side(tmp_path: Path) -> None:
    operator(1, name="第1运输有限公司")
    found = laid_beside(export(tmp_path / "e.xlsx", (2, "第2运输有限公司", "道路客运")))
    write_reconciliation(found, lambda _column, value: str(value), tmp_path / "result.xlsx")
    written = load_workbook(tmp_path / "result.xlsx")
    assert written.sheetnames == ["对账结果", "我方缺少", "对方缺少", "不一致", "无法读取"]
    assert written["我方缺少"].max_row == written["对方缺少"].max_row == 2


@pytest.mark.django_db
def test_a_file_of_another_system_is_named_as_such(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["工单号", "来电人"])
    sheet.append(["1", "张"])
    workbook.save(tmp_path / "x.xlsx")
    with pytest.raises(NoExport, match="没有找到列“统一社会信用代码”"):
        laid_beside(tmp_path / "x.xlsx")


@pytest.mark.parametrize("source", list(sources()), ids=lambda each: each.code)
def test_a_source_names_columns_of_its_book(source: Source) -> None:
    known = books()[source.register].by_name
    assert set(source.key) <= set(known)
    assert set(source.headers.values()) <= set(known)
