"""表内增减与两年数相符: columns of a change and of its rate against this year's and last year's column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.compare import CANNOT, finding, percent, relation
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import HUNDRED, finest_step
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow
from yunguan.core.finding import Contradiction, Doubt, Finding, Hint, Relation

_CHANGE = re.compile(r"增减|增长|变动|增\(减\)|增加|比上年|较上年")
_RATE = re.compile(r"率|比例|幅|[%％]|百分比")
_NOW = re.compile(r"本年|本期|当年|今年")
_BEFORE = re.compile(r"上年|上期|去年|上一年")
_YEAR = re.compile(r"((?:19|20)\d{2})年")
_FEWEST = 4


@rule(
    "表内增减与两年数相符",
    why="对比表里的增减额应当等于本年数减上年数，增减比例应当等于增减额除以上年数；上年数为零的不计算比例。",
    compares="表内逐行的增减额、增减比例，与同一行的本年数、上年数（或表头写明的相邻两年）。",
    silent="找不到唯一的本年栏和上年栏的表不核对；多数行都对不上时，多半是栏目没有认对，只记一次无法判定。",
    caught=(
        "收支对比情况表\n单位：万元\n\n| 项目 | 本年数 | 上年数 | 增减额 | 增减比例（%） |\n"
        "| 总收入 | 110.00 | 100.00 | 12.00 | 10.00 |"
    ),
    passed=(
        "收支对比情况表\n单位：万元\n\n| 项目 | 本年数 | 上年数 | 增减额 | 增减比例（%） |\n"
        "| 总收入 | 110.00 | 100.00 | 10.00 | 10.00 |"
    ),
    remedy="按同一行的两年数重新计算增减额和增减比例。",
)
def table_changes(document: Document) -> Iterator[Verdict]:
    """The change in a table is this year's number less last year's; its rate is the change over last year's.

    A table that fails most rows was not understood, which is said once. A base of zero has no rate.
    """
    for sheet in document.sheets:
        columns = _columns(sheet)
        if columns is None:
            continue
        verdicts = [verdict for row in sheet.rows for verdict in _of_row(row, *columns)]
        failed = [verdict for verdict in verdicts if isinstance(verdict, Finding) and not isinstance(verdict, Hint)]
        if len(failed) >= _FEWEST and len(failed) > sum(isinstance(verdict, Relation) for verdict in verdicts):
            message = f"表中{len(failed)}处增减都对不上，多半是栏目没有认对，没有判定"
            yield Doubt(message=message, places=failed[0].places)
        else:
            yield from verdicts


def _columns(sheet: Sheet) -> tuple[Column, Column, Column | None, Column | None] | None:
    """This year's column, last year's, that of the change and that of its rate; each only where it is the only one."""
    changes = [column for column in sheet.columns if _CHANGE.search(column.head)]
    rates = [column for column in changes if _RATE.search(column.head)]
    amounts = [column for column in changes if column not in rates]
    others = [column for column in sheet.columns if column not in changes and not _RATE.search(column.head)]
    before = [column for column in others if _BEFORE.search(column.head)]
    now = [column for column in others if _NOW.search(column.head) and column not in before]
    if not (now or before):
        now, before = _by_year(others)
    if len(now) != 1 or len(before) != 1 or len(rates) > 1 or len(amounts) > 1 or not changes:
        return None
    return now[0], before[0], amounts[0] if amounts else None, rates[0] if rates else None


def _by_year(columns: list[Column]) -> tuple[list[Column], list[Column]]:
    """The columns of two years that follow one another, where the heads name just these."""
    dated = [(int(match[1]), column) for column in columns if (match := _YEAR.search(column.head))]
    years = sorted({year for year, _ in dated})
    if len(years) != len("ab") or years[0] + 1 != years[1]:
        return [], []
    return [c for year, c in dated if year == years[1]], [c for year, c in dated if year == years[0]]


def _of_row(
    row: SheetRow, now: Column, before: Column, amount: Column | None, rate: Column | None
) -> Iterator[Verdict]:
    new, old = row.cells.get(now.index), row.cells.get(before.index)
    if new is None or old is None or new.family != old.family or new.quantity.is_rate:
        return
    stated = row.cells.get(amount.index) if amount else None
    share = row.cells.get(rate.index) if rate else None
    if stated is not None and share is not None and share.value < 0 < stated.value == old.value - new.value:
        yield _unsigned(stated, share)
    elif stated is not None and stated.family in {new.family, ""}:
        yield _difference(stated, new, old)
    if share is not None and old.value > 0:
        yield _growth(share, new, old)


def _unsigned(stated: Fact, share: Fact) -> Verdict:
    """An amount without the sign that its rate has."""
    message = (
        f"“{stated.subject}”{stated.quantity.text}没有负号，同一行的“{share.subject}”{share.quantity.text}却是下降，"
        f"像是漏了负号；{CANNOT}。"
    )
    return finding(Contradiction, (stated, share), message, stated=stated.quantity.text)


def _difference(stated: Fact, new: Fact, old: Fact) -> Verdict:
    gap = new.value - old.value
    facts = (stated, new, old)
    off = min(abs(stated.value - gap), abs(stated.value - abs(gap)) if stated.value >= 0 else abs(stated.value - gap))
    if not off:
        return relation(facts)
    shown = {"expected": printed(gap / new.quantity.factor), "stated": stated.quantity.text}
    message = (
        f"“{new.subject}”{new.quantity.text}与“{old.subject}”{old.quantity.text}相差{shown['expected']}，"
        f"“{stated.subject}”写的是{stated.quantity.text}"
    )
    exact = all(fact.quantity.low == fact.quantity.high for fact in facts)
    if off <= finest_step(*facts) and not exact:
        return finding(Hint, facts, f"{message}；在四舍五入的范围内，请核对尾数。", **shown)
    return finding(Contradiction, facts, f"{message}；{CANNOT}。", **shown)


def _growth(stated: Fact, new: Fact, old: Fact) -> Verdict:
    given = (new.value - old.value) / old.value * HUNDRED
    facts = (stated, new, old)
    said = stated.quantity.value
    off = min(abs(said - given), abs(said - abs(given)) if said >= 0 else abs(said - given))
    slack = (new.step + old.step) / 2 / old.value * HUNDRED
    if off <= stated.quantity.step / 2 + slack:
        return relation(facts)
    shown = {"expected": percent(given), "stated": stated.quantity.text}
    message = f"由{old.quantity.text}到{new.quantity.text}的增减比例是{shown['expected']}，写的是{stated.quantity.text}"
    if off <= stated.quantity.step + slack:
        return finding(Hint, facts, f"{message}；像是去尾而不是四舍五入，请核对尾数。", **shown)
    return finding(Contradiction, facts, f"{message}；{CANNOT}。", **shown)
