"""The marked copy: every refusal at its cell, in a last column and in a list, and nothing of the file turned active."""

from __future__ import annotations

import time
from pathlib import Path

import openpyxl
import pytest

from tests.registers.importing.workbooks import merges, simple
from yunguan.core.columns import Column, Kind
from yunguan.registers.importing import marked
from yunguan.registers.importing.guard import check
from yunguan.registers.importing.layout import find_layout
from yunguan.registers.importing.marked import LIST, write_marked
from yunguan.registers.importing.refusal import Refusal
from yunguan.registers.importing.workbook import read_workbook

ROWS = [["台账"], ["号牌号码", "备注"], ["湘D1", "=1+1"], ["湘D12345", "好"], ["合计"]]
COLUMNS = (Column("plate", "号牌号码", Kind.PLATE), Column("note", "备注", Kind.TEXT))


def refusal(row: int, letter: str = "A", header: str = "号牌号码", reason: str = "太短。") -> Refusal:
    return Refusal("表1", row, letter, header, "湘D1", reason, "请补全。")


def test_a_refused_cell_is_coloured_and_says_what_to_do(tmp_path: Path) -> None:
    source = simple(tmp_path / "a.xlsx", ROWS)
    write_marked(source, [refusal(3), refusal(3, reason="重复。")], tmp_path / "b.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "b.xlsx")["表1"]["A3"]
    assert cell.fill.fgColor.rgb == "FFFFC7CE"
    assert cell.comment.text == "太短。请补全。\n重复。请补全。"


def test_the_last_column_and_the_list_say_the_same(tmp_path: Path) -> None:
    source = simple(tmp_path / "a.xlsx", ROWS)
    results = {"表1": {4: "已导入", 5: "跳过：合计行"}}
    write_marked(source, [refusal(3), refusal(0, "", "", "未签字。")], tmp_path / "b.xlsx", results)
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert [row[2] for row in book["表1"].iter_rows(values_only=True)] == [
        None,
        "导入结果",
        "拒收：号牌号码：太短。",
        "已导入",
        "跳过：合计行",
    ]
    assert [row[1:6] for row in book[LIST].iter_rows(min_row=2, values_only=True)] == [
        ("3", "A", "号牌号码", "湘D1", "太短。"),
        (None, None, None, "湘D1", "未签字。"),
    ]


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    source = simple(tmp_path / "a.xlsx", ROWS)
    write_marked(source, [refusal(3, reason="=HYPERLINK(1)", header="")], tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"s", "inlineStr", "n"}
    assert book["表1"]["B3"].value == "=1+1"
    assert book[LIST]["F2"].value == "=HYPERLINK(1)"


def test_a_cell_under_a_merged_range_is_marked_at_its_first_cell(tmp_path: Path) -> None:
    source = simple(tmp_path / "a.xlsx", [["号牌号码", "备注"], ["湘D1", 1], [None, 2]], after=merges("A2:A3"))
    write_marked(source, [refusal(3)], tmp_path / "b.xlsx")
    assert openpyxl.load_workbook(tmp_path / "b.xlsx")["表1"]["A2"].comment is not None


def test_a_marked_copy_can_be_mended_and_imported_again(tmp_path: Path) -> None:
    source = simple(tmp_path / "a.xlsx", ROWS)
    write_marked(source, [refusal(3)], tmp_path / "b.xlsx")
    check(tmp_path / "b.xlsx")
    layout = find_layout(read_workbook(tmp_path / "b.xlsx").sheets[0], COLUMNS)
    assert layout.certain
    assert layout.data_rows == (3, 4)


def test_marking_a_marked_copy_adds_no_second_column_and_no_second_list(tmp_path: Path) -> None:
    source = simple(tmp_path / "a.xlsx", ROWS)
    write_marked(source, [refusal(3)], tmp_path / "b.xlsx")
    write_marked(tmp_path / "b.xlsx", [refusal(4)], tmp_path / "c.xlsx")
    book = openpyxl.load_workbook(tmp_path / "c.xlsx")
    assert book.sheetnames == ["表1", LIST]
    assert [cell.value for cell in book["表1"][2]] == ["号牌号码", "备注", "导入结果"]


def test_of_a_large_workbook_only_the_list_and_the_refused_rows_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marked, "_MOST_CELLS", 5)
    write_marked(simple(tmp_path / "a.xlsx", ROWS), [refusal(3)], tmp_path / "b.xlsx")
    book = openpyxl.load_workbook(tmp_path / "b.xlsx")
    assert book.sheetnames == [LIST, "表1"]
    assert [list(row) for row in book["表1"].iter_rows(values_only=True)] == [
        ["号牌号码", "备注", "导入结果", "原行号"],
        ["湘D1", "=1+1", "拒收：号牌号码：太短。", "3"],
    ]
    assert {cell.data_type for row in book["表1"].iter_rows() for cell in row} == {"s"}


@pytest.mark.slow
def test_ten_thousand_refusals_are_marked_within_thirty_seconds(tmp_path: Path) -> None:
    rows = [["号牌号码", *"BCDEFGHIJK"], *([f"湘D{number}", *range(10)] for number in range(20_000))]
    source = simple(tmp_path / "a.xlsx", rows)
    started = time.process_time()
    write_marked(source, [refusal(row) for row in range(2, 10_002)], tmp_path / "b.xlsx")
    assert time.process_time() - started < 30
