"""The reconciliation as a workbook: a sheet for each kind of difference, to work through with the other side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from yunguan.core.columns import Column
from yunguan.registers.importing.written import Page, new_workbook
from yunguan.registers.record import Record
from yunguan.registers.takeover.reconcile import Reconciliation

_WIDTH = 22
Show = Callable[[Column, Any], str]
"""Puts a value of a column in words, personal ones masked."""


def write_reconciliation(found: Reconciliation, show: Show, path: Path) -> None:
    """Write the workbook."""
    columns = [each for each in found.book.columns if "__" not in each.name]
    with new_workbook(path) as workbook:
        _summary(Page(workbook, "对账结果"), found)
        _rows(Page(workbook, "我方缺少"), columns, found.missing_here.items(), show)
        _rows(Page(workbook, "对方缺少"), columns, ((0, each) for each in found.missing_there), show)
        _differences(Page(workbook, "不一致"), found, show)
        page = Page(workbook, "无法读取")
        page.head(["行号", "列", "原因", "怎样改正"], [10, _WIDTH, 50, 50])
        for number, refusal in enumerate(found.refused, start=1):
            page.texts(number, (str(refusal.row), refusal.header, refusal.reason, refusal.remedy))


def _differences(page: Page, found: Reconciliation, show: Show) -> None:
    keys = [found.book.by_name[name] for name in found.source.key]
    heads = ["行号", *(key.label for key in keys), "列", "我方", "对方"]
    page.head(heads, [_WIDTH] * len(heads))
    for number, each in enumerate(found.differing, start=1):
        names = [show(key, getattr(each.record, key.name)) for key in keys]
        sides = (show(each.column, each.ours), show(each.column, each.theirs))
        page.texts(number, (str(each.row), *names, each.column.label, *sides))


def _summary(page: Page, found: Reconciliation) -> None:
    page.head(["项目", "行数"], [44, 14])
    lines = (
        (f"“{found.source.title}”导出文件的行数", found.rows),
        ("两边一致", found.agreeing),
        ("两边都有但内容不一致", found.compared - found.agreeing),
        ("我方缺少", len(found.missing_here)),
        ("对方缺少", len(found.missing_there)),
        ("导出文件中重复", len(found.repeated)),
        ("无法读取", len({each.row for each in found.refused})),
    )
    for number, (words, count) in enumerate(lines, start=1):
        page.text(number, 0, words)
        page.number(number, 1, count)
    for number, header in enumerate(found.left_out, start=len(lines) + 1):
        page.text(number, 0, f"未使用的列：{header}")


def _rows(page: Page, columns: Sequence[Column], rows: Iterable[tuple[int, Record]], show: Show) -> None:
    page.head(["行号", *(column.label for column in columns)], [10, *([_WIDTH] * len(columns))])
    for number, (row, record) in enumerate(rows, start=1):
        cells = (show(column, getattr(record, column.name)) for column in columns)
        page.texts(number, (str(row) if row else "", *cells))
