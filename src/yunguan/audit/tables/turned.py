"""Tables that have a row for each year and a column for each item: turned, so that items are rows as elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

from yunguan.audit.facts import Fact, role_of
from yunguan.audit.tables.cell import quantity
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow

_YEAR = re.compile(r"(?:19|20)\d{2}年?度?(?:决算|预算|执行)?数?|[上本]年(?:决算|预算)?数?")
_CHANGE = re.compile(r"增减|增长|变化|变动|升降|同比|比上年")
_RATE = re.compile(r"[%％]|率|幅|比例")
_FEWEST = 2


def turned(sheet: Sheet) -> Sheet:
    """The sheet with its items as rows where its rows are two years or more, besides what changed between them."""
    years = [row for row in sheet.rows if _YEAR.fullmatch(row.label)]
    changes = [row for row in sheet.rows if row not in years and _CHANGE.search(row.label)]
    if len(years) < _FEWEST or len(years) + len(changes) != len(sheet.rows) or len(sheet.columns) < _FEWEST:
        return sheet
    columns = tuple(Column(row.index, (row.label,)) for row in sheet.rows)
    return replace(sheet, columns=columns, rows=tuple(_row(sheet, column) for column in sheet.columns))


def _row(sheet: Sheet, item: Column) -> SheetRow:
    told = {row.index: _fact(row, item, row.cells[item.index]) for row in sheet.rows if item.index in row.cells}
    line = " ".join((item.head, *(fact.block.text.strip() for fact in told.values())))
    return SheetRow(item.index, item.head, "", "", told, (line,))


def _fact(row: SheetRow, item: Column, fact: Fact) -> Fact:
    """The cell under the name of its item, with the head of its year; a rate where that says so."""
    found = quantity(fact.block.text, "%") if _RATE.search(row.label) else None
    name = f"{item.head}{row.label}"
    own = found or fact.quantity
    return replace(fact, quantity=own, before=name, role=role_of(name, own))
