"""Workbooks that the house gives out: empty ones with notes and drop-downs, and registers with their rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from yunguan.core.area import load_areas
from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.headers import FEN
from yunguan.registers.importing.texts import column_letter
from yunguan.registers.importing.written import Page, new_workbook

OPTIONS: Final = "选项"
"""The sheet with the drop-down lists that are too long to stand in a cell; anyone may look at it."""
GUIDE: Final = "填写说明"
_LAST_ROW: Final = 20_000
_LONGEST_LIST: Final = 255
_WIDTHS: Final = {
    Kind.LONG_TEXT: 40,
    Kind.DATE: 12,
    Kind.TIME: 10,
    Kind.MONEY: 16,
    Kind.INTEGER: 10,
    Kind.BOOLEAN: 10,
    Kind.PLATE: 12,
    Kind.IDENTITY_NUMBER: 22,
    Kind.USCC: 22,
    Kind.VIN: 21,
    Kind.MOBILE: 14,
    Kind.AREA: 12,
}
_NOT_TEXT: Final = {Kind.DATE: "yyyy-mm-dd", Kind.MONEY: "#,##0.00", Kind.INTEGER: "0", Kind.DECIMAL: "General"}
_ASKS: Final = {
    Kind.TEXT: "文字",
    Kind.LONG_TEXT: "文字，可以换行",
    Kind.INTEGER: "整数",
    Kind.DECIMAL: "数字",
    Kind.MONEY: "金额，到分为止",
    Kind.DATE: "日期，如 2023-04-03",
    Kind.TIME: "24 小时制的时刻，如 16:05，须为文本格式",
    Kind.BOOLEAN: "是或否",
    Kind.CHOICE: "从下拉列表中选",
    Kind.STATE: "从下拉列表中选；不填即为最初的状态",
    Kind.AREA: "县、市、区的名称，从下拉列表中选",
    Kind.IDENTITY_NUMBER: "18 位身份证号，须为文本格式",
    Kind.USCC: "18 位统一社会信用代码，须为文本格式",
    Kind.PLATE: "号牌号码，如湘D12345，字母用半角大写",
    Kind.VIN: "17 位车辆识别代号",
    Kind.MOBILE: "11 位手机号码",
    Kind.REFERENCE: "另一本台账中已登记的编号或名称",
}


def write_template(title: str, columns: Sequence[Column], path: Path) -> None:
    """An empty workbook of a book: head with notes, drop-downs, text cells for what must not become a number."""
    with new_workbook(path) as workbook:
        page = _page(Page(workbook, title), columns)
        lists = {index: words for index, column in enumerate(columns) if (words := _options(column))}
        long = {index: words for index, words in lists.items() if len(",".join(words)) > _LONGEST_LIST}
        for index, column in enumerate(columns):
            page.sheet.write_comment(0, index, _note(column), {"x_scale": 1.6, "y_scale": 1.2, "author": ""})
        guide = Page(workbook, GUIDE)
        guide.head(["列名", "是否必填", "怎样填写"], [22, 10, 80])
        for row, column in enumerate(columns, start=1):
            guide.texts(row, (heading(column), "必填" if column.required else "选填", _asks(column)))
        sources = _write_options(Page(workbook, OPTIONS), columns, long) if long else {}
        for index, words in lists.items():
            _add_list(page, index, columns[index], sources.get(index, words))


def write_rows(title: str, columns: Sequence[Column], rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    """A register with its rows, which can be imported again as it is.

    A row maps column names to values as `cells.convert` gives them (money in fen, codes of choices and areas, the text
    that names a reference); what is missing or None stays empty. KeyError for a column that the book does not have.
    """
    known = {column.name for column in columns}
    with new_workbook(path) as workbook:
        page = _page(Page(workbook, title), columns)
        for number, row in enumerate(rows, start=1):
            if strange := row.keys() - known:
                raise KeyError(f"列 {'、'.join(sorted(strange))} 不在台账中。")
            for index, column in enumerate(columns):
                if (value := row.get(column.name)) is not None:
                    _write_value(page, number, index, column, value)
        page.sheet.autofilter(0, 0, 0, max(len(columns) - 1, 0))


def heading(column: Column) -> str:
    """The heading of a column: its label, and its unit where it has one."""
    return f"{column.label}（{column.unit}）" if column.unit else column.label


def _page(page: Page, columns: Sequence[Column]) -> Page:
    page.head(
        [heading(column) for column in columns], [_width(each) for each in columns], [each.required for each in columns]
    )
    for index, column in enumerate(columns):
        shown = _NOT_TEXT.get(column.kind, "@")
        page.sheet.set_column(index, index, _width(column), page.format(num_format=shown))
    return page


def _write_value(page: Page, row: int, index: int, column: Column, value: Any) -> None:
    if column.kind is Kind.MONEY:
        page.number(row, index, Decimal(value) / FEN.get(column.unit, FEN["元"]), num_format="#,##0.00")
    elif column.kind is Kind.DECIMAL and column.unit == "%":
        page.text(row, index, f"{_unscaled(column, value):f}%")
    elif column.kind in {Kind.INTEGER, Kind.DECIMAL}:
        page.number(row, index, _unscaled(column, value))
    elif column.kind is Kind.DATE and isinstance(value, date):
        page.day(row, index, value)
    else:
        page.text(row, index, _words(column, value))


def _unscaled(column: Column, value: Any) -> Decimal:
    """A number as people write it, from the integer that the table keeps."""
    return Decimal(value).scaleb(-(column.places or 0))


def _words(column: Column, value: Any) -> str:
    if column.kind is Kind.BOOLEAN:
        return "是" if value else "否"
    if column.kind is Kind.AREA:
        return load_areas().name(value)
    return column.choice_label(value) if column.choices else str(value)


def _options(column: Column) -> list[str]:
    if column.kind is Kind.BOOLEAN:
        return ["是", "否"]
    if column.kind is Kind.AREA:
        return [area.name for area in load_areas().divisions]
    return [label for _, label in column.choices]


def _write_options(page: Page, columns: Sequence[Column], lists: Mapping[int, list[str]]) -> dict[int, str]:
    """The long lists in columns of their own; the range of each, for the drop-down."""
    page.head([columns[index].label for index in lists], [24] * len(lists))
    sources = {}
    for place, (index, words) in enumerate(lists.items()):
        for row, each in enumerate(words, start=1):
            page.text(row, place, each)
        letter = column_letter(place)
        sources[index] = f"={OPTIONS}!${letter}$2:${letter}${len(words) + 1}"
    return sources


def _add_list(page: Page, index: int, column: Column, source: list[str] | str) -> None:
    page.sheet.data_validation(
        1,
        index,
        _LAST_ROW,
        index,
        {
            "validate": "list",
            "source": source,
            "ignore_blank": not column.required,
            "error_title": "内容不在选项中",
            "error_message": f"请从下拉列表中选择“{column.label[:40]}”。",
        },
    )


def _note(column: Column) -> str:
    return f"{'必填' if column.required else '选填'}。{_asks(column)}"


def _asks(column: Column) -> str:
    parts = [_ASKS[column.kind]]
    if column.unit:
        parts.append(f"单位：{column.unit}")
    if column.unit == "%":
        parts.append("请写明百分号，如 68%")
    if column.max_length and column.kind in {Kind.TEXT, Kind.LONG_TEXT}:
        parts.append(f"不超过 {column.max_length} 字")
    if column.key:
        parts.append("用来认定同一条记录")
    return "；".join(parts) + "。" + column.help


def _width(column: Column) -> int:
    return max(_WIDTHS.get(column.kind, 18), len(heading(column)) * 2 + 2)
