"""Sums inside tables: rows under a total row, rows by the length of their codes, columns beside a total column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from yunguan.audit.facts import Fact
from yunguan.audit.sums.sum import Sum
from yunguan.audit.tables.opened import sum_of
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow

_TOTAL_HEAD = re.compile(r"合计|小计|总计|总额|共计")
_ROLE_HEAD = re.compile(
    r"预算数|决算数|执行数|年初|全年|调整|上年|上期|本期|增减|比|率|分值|得分|权重|备注|序号|结转|结余|完成|目标|编制|在职|[一二三四]季度"
)
_SUBTOTAL = re.compile(r"小\s*计")
_RATIO = re.compile(r"率|比例|占比|％|%|增减|变动|比重")
_STAFF, _OFFICE = re.compile(r"人员经费"), re.compile(r"公用经费")
_STAFF_CODES, _OFFICE_CODES = ("301", "303"), ("302", "310", "307", "399", "309")
_SCORED = {"points": r"分值|权重|满分", "score": r"得分"}
_OF_TARGET = re.compile(r"指标值|目标值|完成值|实际(?:完成)?值|完成情况")
_FUNDS = re.compile(r"资金总额|预算总额|^总额$|年度资金|预算执行率?$")
_EXECUTION_POINTS = 10  # 财预〔2020〕10号附件：预算执行率占10分
_FEWEST = 2
_NEAR = 2


def sums_of(sheets: Sequence[Sheet]) -> Iterator[tuple[str, Sum]]:
    """Each sum with the name of the identity that asks for it, so that a table that fails one row by row is known."""
    begun = 0
    for _, group in groupby(sheets, key=lambda sheet: sheet.table):
        table = list(group)
        yield from ((f"{table[0].table}科目", each) for each in _by_codes(table))
        for at, sheet in enumerate(table):
            apart = _execution(sheets[max(0, begun + at - _NEAR) : begun + at])
            yield from ((f"{sheet.table}.{at}行", each) for each in _by_total_rows(sheet, table, apart))
            yield from ((f"{sheet.table}.{at}栏", each) for each in _by_columns(sheet))
        begun += len(table)


def _additive(sheet: Sheet, column: Column) -> bool:
    facts = [fact for _, fact in sheet.pairs(column)]
    scored = _OF_TARGET.search(column.head) and sheet.column(_SCORED["score"]) is not None
    return (
        not scored
        and not _RATIO.search(column.head)
        and not any(fact.quantity.is_rate or fact.quantity.bound for fact in facts)
    )


def _by_codes(table: list[Sheet]) -> Iterator[Sum]:
    """A row against the rows whose codes are one step longer: 208 against 20805, which is against 2080505."""
    coded = [(sheet, row) for sheet in table for row in sheet.rows if row.code]
    lengths = sorted({len(row.code) for _, row in coded})
    for sheet, parent in coded:
        below = [pair for pair in coded if pair[1].code.startswith(parent.code) and pair[1] is not parent]
        nearest = min((len(row.code) for _, row in below), default=0)
        children = [(s, row) for s, row in below if len(row.code) == nearest]
        if not children or len(lengths) < _FEWEST:
            continue
        for column in sheet.columns:
            if column.index in parent.cells and _additive(sheet, column):
                parts = [fact for s, row in children if (fact := _like(s, row, sheet, column)) is not None]
                if parts:
                    yield sum_of(parent.cells[column.index], parts)


def _like(sheet: Sheet, row: SheetRow, other: Sheet, column: Column) -> Fact | None:
    """The cell of the row under the same head, which on the other side of a table is another column."""
    if sheet is other:
        return row.cells.get(column.index)
    place = other.columns.index(column)
    return row.cells.get(sheet.columns[place].index) if place < len(sheet.columns) else None


def _execution(before: Sequence[Sheet]) -> dict[str, Fact]:
    """Points and score of the budget's execution by their heads, which a form prints above the indicators."""
    for sheet in reversed(before):
        for row in sheet.rows:
            if _FUNDS.search(row.label):
                found = {name: sheet.column(words, "率") for name, words in _SCORED.items()}
                cells = {name: row.cells.get(column.index) for name, column in found.items() if column is not None}
                return {name: fact for name, fact in cells.items() if fact is not None}
    return {}


def _with_execution(made: list[tuple[Column, Sum]], apart: dict[str, Fact]) -> list[tuple[Column, Sum]]:
    """The sums with the points of the execution among the parts, where the points lack just these."""
    named = {name: each for column, each in made for name, words in _SCORED.items() if re.search(words, column.head)}
    points = named.get("points")
    lacking = apart["points"].value if "points" in apart else _EXECUTION_POINTS
    if points is None or not apart or points.difference != lacking:
        return made
    added = {id(each): apart[name] for name, each in named.items() if name in apart}
    if "points" not in apart:  # the rows of money print a score without its points
        made = [(column, each) for column, each in made if each is not points]
    return [
        (
            column,
            sum_of(each.total, [*(part for _, part in each.parts), added[id(each)]]) if id(each) in added else each,
        )
        for column, each in made
    ]


def _by_total_rows(sheet: Sheet, table: list[Sheet], apart: dict[str, Fact]) -> Iterator[Sum]:
    """A column without any head may be the rest of a table that began on another page: it proves nothing wrong."""
    columns = [column for column in sheet.columns if _additive(sheet, column)]
    scores = [column for column in columns if any(re.search(words, column.head) for words in _SCORED.values())]
    for total, readings in _totals(sheet, table):
        own = [c for c in columns if c not in scores] if _FUNDS.search(total.label) else columns
        made = [_with_execution(list(_in_columns(total, parts, own)), apart) for parts in readings]
        best = max(made, key=lambda sums: sum(each.holds for _, each in sums))
        yield from (each for column, each in best if column.path or each.holds)


def _in_columns(total: SheetRow, parts: list[SheetRow], columns: list[Column]) -> Iterator[tuple[Column, Sum]]:
    for column in columns:
        facts = [row.cells[column.index] for row in parts if column.index in row.cells]
        dashed = [row for row in parts if row.cells and column.index not in row.cells and row.dashed]
        if dashed and column.index in total.cells and not sum_of(total.cells[column.index], facts).holds:
            continue
        if column.index in total.cells and len(facts) >= _FEWEST - (len(parts) > 1):
            yield column, sum_of(total.cells[column.index], facts)


def _totals(sheet: Sheet, table: list[Sheet]) -> Iterator[tuple[SheetRow, list[list[SheetRow]]]]:
    """The total rows with the rows that they add up: those before them, or those behind where a total comes first.

    Where two readings are possible the likelier one stands first; the one that holds in more columns is meant.
    """
    rows = list(sheet.rows)
    named = [row for row in rows if row.is_total and not row.code]
    if not named:
        return
    for total in named:
        special = _personnel(total, table)
        if special:
            yield total, [special]
    plain = [row for row in named if not _personnel(row, table)]
    if not plain:
        return
    if rows[0] is plain[0]:
        parts = _top(rows[1 : rows.index(plain[1]) if len(plain) > 1 else None])
        yield rows[0], [parts, *_opened_twice(parts)]
        return
    ids = {id(row) for row in plain}
    yield from _running([row for row in rows if id(row) in ids or not (row.is_total and not row.code)], ids)


def _opened_twice(parts: list[SheetRow]) -> Iterator[list[SheetRow]]:
    """The first of two runs that come to the same in every column: a total opened up by income and by expenditure."""
    for cut in range(_FEWEST, len(parts) - _FEWEST + 1):
        if _added(parts[:cut]) == _added(parts[cut:]):
            yield parts[:cut]


def _added(rows: list[SheetRow]) -> dict[int, object]:
    """What rows come to, by column."""
    columns = {index for row in rows for index in row.cells}
    return {index: sum(row.cells[index].value or 0 for row in rows if index in row.cells) for index in columns}


def _running(rows: list[SheetRow], totals: set[int]) -> Iterator[tuple[SheetRow, list[list[SheetRow]]]]:
    """Totals that follow their rows: a 小计 adds up its own group or what stands since the one before, others all."""
    held: list[SheetRow] = []
    since: list[SheetRow] = []
    for row in rows:
        if id(row) not in totals:
            held, since = [*held, row], [*since, row]
            continue
        beside = [each for each in since if row.group and each.group == row.group]
        readings = [beside, since, held] if _SUBTOTAL.search(row.label) else [held, since]
        yield row, [parts for parts in map(_top, readings) if parts] or [[]]
        own = {id(each) for each in since}
        kept = [each for each in held if id(each) not in own] if _SUBTOTAL.search(row.label) else []
        held, since = [*kept, row], []


def _personnel(total: SheetRow, table: list[Sheet]) -> list[SheetRow]:
    """人员经费合计 is 301 and 303, 公用经费合计 is 302 and 310, on whichever side of the table they stand."""
    codes = _STAFF_CODES if _STAFF.search(total.label) else _OFFICE_CODES if _OFFICE.search(total.label) else ()
    return [row for sheet in table for row in sheet.rows if row.code in codes] if codes else []


def _top(rows: list[SheetRow]) -> list[SheetRow]:
    """The rows that are not contained in others: the shortest codes; without codes those without 其中 and its list."""
    coded = [row for row in rows if row.code]
    if coded:
        shortest = min(len(row.code) for row in coded)
        return [row for row in rows if (row.code and len(row.code) == shortest) or (row.is_total and not row.code)]
    if rows and rows[0].is_part:
        return rows
    if deeper := _numbered_below(rows):
        return [row for row in rows if row.index not in deeper]
    top: list[SheetRow] = []
    numbered = any(row.number for row in rows)
    inside = False
    parts: list[SheetRow] = []
    for row in rows:
        goes_on = numbered and not row.number and not row.is_total
        inside = row.is_part or (inside and (goes_on or _fills(top, [*parts, row])))
        if inside:
            parts.append(row)
        else:
            top.append(row)
            parts = []
    return top


def _numbered_below(rows: list[SheetRow]) -> set[int]:
    """The rows numbered （1）, （2） below rows numbered 1., 2.: in another style than the first row."""
    styles = [
        re.sub(r"[一二三四五六七八九十\d\s]", "", row.number.replace("(", "（").replace(")", "）")) for row in rows
    ]
    first = styles[0] if styles else ""
    plain = all(row.number and not row.is_part for row in rows)
    return {row.index for row, style in zip(rows, styles, strict=True) if style != first} if plain else set()


def _fills(top: list[SheetRow], parts: list[SheetRow]) -> bool:
    """True where a row behind 其中 completes what the row above is made of, or is of the same vehicles as it."""
    if not top:
        return False
    parent = top[-1]
    if "购置" in parent.name and "运行" in parent.name:
        return bool(re.search("购置|运行", parts[-1].name))
    columns = [index for index, fact in parent.cells.items() if not fact.quantity.is_rate]
    told = [sum(row.cells[index].value for row in parts if index in row.cells) for index in columns]
    whole = [parent.cells[index].value for index in columns]
    return bool(columns) and any(whole) and told == whole


def _by_columns(sheet: Sheet) -> Iterator[Sum]:
    for row in sheet.rows:
        columns = [c for c in sheet.columns if c.index in row.cells and not _RATIO.search(c.head)]
        for leaf in _leaves(columns):
            yield from _tree(row, leaf)


def _leaves(columns: list[Column]) -> Iterator[list[tuple[tuple[str, ...], Column]]]:
    """The columns with their heads; where the lowest head is 预算数 and 决算数 again and again, one group for each."""
    roles: dict[str, list[tuple[tuple[str, ...], Column]]] = defaultdict(list)
    for column in columns:
        *above, last = column.path or ("",)
        top = column.path[0] if column.path else ""
        if len(column.path) > 1 and _ROLE_HEAD.search(last):
            roles[last].append((tuple(above), column))
        elif len(column.path) > 1 and _ROLE_HEAD.search(top):
            roles[top].append((column.path[1:], column))
        else:
            roles[""].append((column.path, column))
    yield from roles.values()


def _tree(row: SheetRow, columns: list[tuple[tuple[str, ...], Column]]) -> Iterator[Sum]:
    """合计 against the groups beside it, and 小计 inside a group against its other columns."""
    groups: dict[str, list[tuple[tuple[str, ...], Column]]] = defaultdict(list)
    for path, column in columns:
        groups[path[0] if path else ""].append((path[1:], column))
    total = next((g for name, g in groups.items() if _TOTAL_HEAD.search(name) and len(g) == 1), None)
    parts: list[Fact] = []
    for name, group in groups.items():
        if total is not None and group is total:
            continue
        if len(group) > 1 and any(path for path, _ in group):
            yield from _tree(row, group)
        if not _ROLE_HEAD.search(name):
            parts.extend(row.cells[column.index] for column in _representatives(group))
    if total is not None:
        whole = row.cells[total[0][1].index]
        parts = [part for part in parts if part.family == whole.family]
        if len(parts) >= _FEWEST or (parts and _few(groups)):
            yield sum_of(whole, parts)


def _few(groups: dict[str, list[tuple[tuple[str, ...], Column]]]) -> bool:
    """One part only: all the others of the row are blank, so it is the total itself."""
    return len(groups) == _FEWEST


def _representatives(group: list[tuple[tuple[str, ...], Column]]) -> list[Column]:
    own = [column for path, column in group if path and _TOTAL_HEAD.search(path[0])]
    return own or [column for _, column in group]
