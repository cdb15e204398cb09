from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.audit.outputs.hostile import hostile
from tests.audit.reading_of import audited
from yunguan.audit.outputs.xlsx_list import XlsxList
from yunguan.audit.report import AuditReport

NOW = datetime(2024, 4, 3, 9, 30, tzinfo=UTC)
WRONG = "应备案的 250 家企业，已有 180 家完成备案，备案率达 78%。全年检查 7 次。标志牌 30 块，其中甲 10 块，乙 20 块。"
HEADS = ("文件", "规则", "程度", "说明", "位置", "引文", "应为", "写为", "相差")


def written(path: Path, *reports: AuditReport) -> XlsxList:
    sink = XlsxList(path)
    sink.begin(NOW)
    for report in reports:
        sink.take(report)
    sink.finish()
    return sink


def test_each_sheet_has_its_list_a_filter_and_a_frozen_head(tmp_path: Path) -> None:
    written(tmp_path / "list.xlsx", audited(WRONG), audited(WRONG))
    book = load_workbook(tmp_path / "list.xlsx")

    assert book.sheetnames == ["问题清单", "履职台账", "成立的关系", "没有核对到的数"]
    assert tuple(cell.value for cell in book["问题清单"][1])[: len(HEADS)] == HEADS
    assert [sheet.max_row for sheet in book][0::2] == [3, 3]
    assert all(sheet.freeze_panes == "B2" and sheet.auto_filter.ref.startswith("A1:") for sheet in book)


def test_a_finding_is_a_row_with_what_is_due_and_what_is_written(tmp_path: Path) -> None:
    written(tmp_path / "list.xlsx", audited(WRONG))
    row = [cell.value for cell in load_workbook(tmp_path / "list.xlsx")["问题清单"][2]]

    assert row[1:3] == ["比率等于计数之比", "矛盾"]
    assert row[6:9] == ["72%", "78%", "6个百分点"]


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "https://x.example", "\x00\x1f=1"])
def test_what_a_spreadsheet_would_run_is_only_text(tmp_path: Path, text: str) -> None:
    written(tmp_path / "list.xlsx", hostile(text))
    cells = [cell for sheet in load_workbook(tmp_path / "list.xlsx") for row in sheet for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert not any(cell.data_type == "f" or cell.hyperlink for cell in cells)
    assert all(cell.value is None or isinstance(cell.value, str) for cell in cells)


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    sink = written(tmp_path / "nowhere" / "list.xlsx", audited(WRONG))

    assert "没有写出" in sink.said[0]
