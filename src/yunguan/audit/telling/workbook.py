"""The list of facts as a workbook: filter, frozen head, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Final

import xlsxwriter

from yunguan.audit.telling.told import ROLES, Told

Value = str | Decimal | date | None

SHEET: Final = "数量清单"
_LONGEST: Final = 32_000
_DIGITS: Final = 15


@dataclass(frozen=True)
class Column:
    """A column of the list: its head, its width, and what it says of a fact."""

    head: str
    width: int
    value: Callable[[Told], Value]


COLUMNS: Final = (
    Column("主语", 34, lambda each: each.subject),
    Column("所属", 34, lambda each: each.topic),
    Column("原文写法", 14, lambda each: each.quantity.text),
    Column("数值", 14, lambda each: each.quantity.value),
    Column("单位", 8, lambda each: each.quantity.unit),
    Column("折算值", 16, lambda each: each.normalised[0]),
    Column("折算单位", 8, lambda each: each.normalised[1]),
    Column("下限", 14, lambda each: each.quantity.low),
    Column("上限", 14, lambda each: each.quantity.high),
    Column("约数", 6, lambda each: "是" if each.quantity.approximate else ""),
    Column("性质", 10, lambda each: ROLES[each.role]),
    Column("期间写法", 14, lambda each: each.period.words),
    Column("期间起", 12, lambda each: each.period.days.first if each.period.days else None),
    Column("期间止", 12, lambda each: each.period.last),
    Column("期间依据", 10, lambda each: each.period.source.value),
    Column("区域", 12, lambda each: each.area),
    Column("行标题", 18, lambda each: each.row),
    Column("列标题", 18, lambda each: each.column),
    Column("位置", 34, lambda each: each.fact.place.where),
    Column("原文", 60, lambda each: each.quote),
)


def write_list(path: Path, facts: Sequence[Told], more: Sequence[Column] = ()) -> None:
    """Write the facts, a row each, with the columns of the list and `more` behind them."""
    columns = (*COLUMNS, *more)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(path), options)
    sheet = book.add_worksheet(SHEET)
    head = book.add_format({"bold": True, "border": 1, "bg_color": "#DCE6F1", "align": "center", "text_wrap": True})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(0, index, column.head, head)
        for row, fact in enumerate(facts, start=1):
            _write(sheet, (row, index), column.value(fact), (plain, day))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(facts)), len(columns) - 1)
    book.close()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    place: tuple[int, int],
    value: Value,
    forms: tuple[xlsxwriter.format.Format, xlsxwriter.format.Format],
) -> None:
    """A number as a number where a spreadsheet keeps all its digits, everything else as text: never a formula."""
    plain, day = forms
    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _DIGITS:
        sheet.write_number(*place, float(value), plain)
    elif isinstance(value, date):
        sheet.write_datetime(*place, datetime.combine(value, time()), day)
    elif value not in {None, ""}:
        sheet.write_string(*place, str(value)[:_LONGEST], plain)
