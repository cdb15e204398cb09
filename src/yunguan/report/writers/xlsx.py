"""Evidence list: every figure of the report with its value, origin, formula and what it rests on, as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from yunguan.core.figure import Figure, Operand
from yunguan.core.numbers import exact_text
from yunguan.report.writers.printable import printable

SHEET = "证据清单"
_LINE_HEIGHT = 30  # pt; two lines
_BORDER = 1

Cell = str | Decimal | int | None


@dataclass(frozen=True)
class Entry:
    """A figure as cited: what the report shows for it, and the as-of date that the report pins."""

    figure: Figure
    shown: str
    pinned: date | None = None


@dataclass(frozen=True)
class Column:
    """A column: head, width in characters, and what stands in it; numbers align right."""

    head: str
    width: int
    read: Callable[[Entry], Cell]


def evidence_bytes(entries: Iterable[Entry], *, title: str, author: str, created: datetime) -> bytes:
    """The workbook; the same arguments give the same bytes. Every text is a text cell, never a formula or a link."""
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(buffer, options) as book:
        book.set_properties(
            {"title": printable(title), "author": printable(author), "created": created.astimezone(UTC)}
        )
        _fill(book, book.add_worksheet(SHEET), list(entries))
    return buffer.getvalue()


def _fill(book: Workbook, sheet: Worksheet, entries: list[Entry]) -> None:
    plain = {"font_name": "宋体", "font_size": 10, "border": _BORDER, "valign": "vcenter", "text_wrap": True}
    head = book.add_format({**plain, "font_name": "黑体", "align": "center", "bg_color": "#E7EEF7"})
    text, number = book.add_format({**plain, "num_format": "@"}), book.add_format({**plain, "align": "right"})
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.head, head)
    for row, entry in enumerate(entries, start=1):
        sheet.set_row(row, _LINE_HEIGHT)
        for place, column in enumerate(COLUMNS):
            _write(sheet, (row, place), column.read(entry), text, number)
    _lay_out(sheet, len(entries))


def _lay_out(sheet: Worksheet, rows: int) -> None:
    sheet.set_row(0, _LINE_HEIGHT)
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, rows, len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def _write(sheet: Worksheet, place: tuple[int, int], value: Cell, text: Format, number: Format) -> None:
    if isinstance(value, Decimal | int):
        sheet.write_number(*place, float(value), number)
    elif value:
        if sheet.write_string(*place, printable(value), text):
            raise ValueError(f"证据清单第 {place[0] + 1} 行的文字超过一个单元格能放下的长度，请缩短说明")
    else:
        sheet.write_blank(*place, None, text)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else exact_text(value)


def _exact(value: Decimal | None) -> Decimal | None:
    """The value where a workbook number holds all its digits; None where it would be cut."""
    return value if value is not None and Decimal(repr(float(value))) == value else None


def _operands(operands: tuple[Operand, ...]) -> str:
    return "；".join(f"{operand.label}：{_plain(operand.value) or '无数据'}" for operand in operands)


def _origin(figure: Figure) -> str:
    return figure.origin.label if figure.origin else "待填"


def _remarks(figure: Figure) -> str:
    return "；".join(_remark_parts(figure))


def _remark_parts(figure: Figure) -> Iterator[str]:
    if figure.value is None:
        yield figure.why_none or "没有数据，请有关科室填报"
    declared = figure.declared
    if declared and figure.differs:
        yield f"科室申报为{_plain(declared.value)}，差异原因：{declared.reason or '尚未说明'}"
    if declared and declared.note:
        yield declared.note


def _declared(figure: Figure, name: str) -> str:
    return str(getattr(figure.declared, name)) if figure.declared else ""


COLUMNS = (
    Column("指标编号", 34, lambda entry: entry.figure.id),
    Column("指标名称", 26, lambda entry: entry.figure.title),
    Column("报告中的写法", 12, lambda entry: entry.shown),
    Column("数值", 14, lambda entry: _plain(entry.figure.value)),
    Column("数值（可计算）", 12, lambda entry: _exact(entry.figure.value)),
    Column("单位", 7, lambda entry: entry.figure.unit),
    Column("来源", 10, lambda entry: _origin(entry.figure)),
    Column("计算公式", 34, lambda entry: entry.figure.formula),
    Column("组成数", 30, lambda entry: _operands(entry.figure.operands)),
    Column("记录数", 9, lambda entry: entry.figure.records),
    Column("依据文件", 22, lambda entry: _declared(entry.figure, "evidence")),
    Column("填报人", 11, lambda entry: _declared(entry.figure, "by")),
    Column("审签人", 11, lambda entry: _declared(entry.figure, "signed_by")),
    Column("截至日期", 11, lambda entry: entry.figure.as_of.isoformat()),
    Column("指定截至日期", 11, lambda entry: entry.pinned.isoformat() if entry.pinned else ""),
    Column("所属期间", 10, lambda entry: entry.figure.period.label),
    Column("归口", 10, lambda entry: entry.figure.section),
    Column("说明", 30, lambda entry: _remarks(entry.figure)),
)
