"""Forms of the Ministry of Finance whose cells have one fixed order, so that they are read even when laid flat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from yunguan.audit.quantities import unspaced
from yunguan.audit.tables.cell import quantity
from yunguan.audit.tables.typed import Rows

# 部门决算公开表样（财政拨款“三公”经费支出决算表）: one row, six columns, budget and account beside each other
_OFFICIAL = (
    "合计",
    "因公出国（境）费",
    "公务用车购置及运行费",
    "其中：公务用车购置费",
    "其中：公务用车运行费",
    "公务接待费",
)
_OFFICIAL_HEADS = (r"合计", r"出国", r"小计", r"购置费$", r"(?<!及)运行(?:维护)?费$", r"接待")
_MOST_HEADS = 24
# 项目支出绩效自评表（财预〔2020〕10号附件）: the amounts of the project
_FUNDS = ("项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
_FUND_TOTAL = re.compile(r"年度资金总额[:：]?$")
_FUND_PARTS = re.compile(
    r"(?:其中[:：]?)?(?:本年|当年|年度)?一?般?公?共?预?算?财政拨款[:：]?$|上年结转(?:资金)?[:：]?$|其他资金[:：]?$"
)
_AMOUNTS = 3

Found = tuple[int, Rows]


def form_rows(cells: Sequence[str], at: int) -> Found | None:
    """The form that begins at this cell: where it ends, and its rows; None where none does."""
    return _funds(cells, at) or _three_public(cells, at)


def _numbers(cells: Sequence[str], at: int) -> list[str]:
    found: list[str] = []
    while at < len(cells) and quantity(cells[at], "") is not None:
        found.append(cells[at])
        at += 1
    return found


def _funds(cells: Sequence[str], at: int) -> Found | None:
    if not _FUND_TOTAL.match(cells[at]):
        return None
    numbers = _numbers(cells, at + 1)
    if len(numbers) != len(_FUNDS) - 1:
        return None
    rows = [(cells[at].rstrip(":："), *numbers)]
    at += 1 + len(numbers)
    while at < len(cells) and _FUND_PARTS.match(cells[at]):
        amounts = _numbers(cells, at + 1)
        if len(amounts) not in {0, _AMOUNTS}:
            break
        shown = amounts or [""] * _AMOUNTS
        rows.append((cells[at].rstrip(":："), *shown, *[""] * _AMOUNTS))
        at += 1 + len(amounts)
    return at, (_FUNDS, *rows)


def _three_public(cells: Sequence[str], at: int) -> Found | None:
    """The row of six, or twice six, under the heads of the form; kept only where its own sums prove the order."""
    if not re.search(r"合\s*计$", cells[at]):
        return None
    first = next((i for i in range(at, min(len(cells), at + _MOST_HEADS)) if _is_number(cells[i])), None)
    if first is None:
        return None
    heads = [unspaced(cell) for cell in cells[at:first] if cell]
    numbers = _numbers(cells, first)
    width = len(_OFFICIAL)
    halves = [numbers[i : i + width] for i in range(0, len(numbers), width)]
    named = all(any(re.search(words, head) for head in heads) for words in _OFFICIAL_HEADS)
    if not named or len(numbers) not in {width, 2 * width} or not all(_adds_up(half) for half in halves):
        return None
    columns = ("金额",) if len(halves) == 1 else ("预算数", "决算数")
    rows = [(name, *(half[i] for half in halves)) for i, name in enumerate(_OFFICIAL)]
    return first + len(numbers), (("项目", *columns), *rows)


def _is_number(cell: str) -> bool:
    return bool(cell) and quantity(cell, "") is not None


def _adds_up(cells: Sequence[str]) -> bool:
    total, abroad, vehicles, bought, run, received = (_value(cell) for cell in cells)
    return total == abroad + vehicles + received and vehicles == bought + run


def _value(cell: str) -> Decimal:
    found = quantity(cell, "")
    return found.value if found is not None else Decimal(0)
