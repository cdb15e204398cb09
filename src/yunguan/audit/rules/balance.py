"""收支平衡: income and what was carried in equal expenditure and what is carried out, in tables and in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import printed_as
from yunguan.audit.misread import unless_misread
from yunguan.audit.printing import printed
from yunguan.audit.prose import around, paragraphs
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import statements
from yunguan.audit.sums.judge import judged
from yunguan.audit.sums.sum import Bond, Sum, one_slip
from yunguan.audit.tables.sheet import Sheet
from yunguan.core.finding import Contradiction, Hint, Relation

_GRAND = re.compile(r"^总\s*计$")
_EACH = re.compile(
    r"收(?:入)?[、,，]支(?:出)?(?:决算)?总计(?:各自?|分别)(?:是|为)\s*"
    r"(?P<income>\d+\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{4,})\s*(?:万?元)?\s*[,，、和]\s*"
    r"(?P<spending>\d[\d,.]*)\s*万?元"
)
_CHANGED = re.compile(r"(?:上年|去年|\d{4}年度?)[^。；;]{0,12}(?:增加|减少|增长|下降)|同比")
_BOTH = "收入支出总计|收支总计"


@rule(
    "收支平衡",
    why=(
        "收入总计与支出总计是同一笔账的两面，必须相等；年初结转加本年收入减本年支出，"
        "就是年末结转（《预算法》第七十五条：收支真实、数额准确；部门决算公开表01、04、07表）。"
    ),
    compares=(
        "收支两栏表的“总计”行，正文同一段里的收入总计与支出总计，以及表中同一行的年初结转、本年收入、"
        "本年支出和年末结转。"
    ),
    silent="只写了一边的总计，或者结转表缺栏时，不核对。",
    caught="2023年度收入总计 30.00 万元；支出总计 33.00 万元。",
    passed="2023年度收入总计 30.00 万元；支出总计 30.00 万元。",
    remedy="对照决算报表核实两边的总计和结转数，改正写错的一处；有漏列的收支项目应补上。",
)
def balance(document: Document) -> Iterator[Verdict]:
    """Both sides of an account have one total; 年初结转 + 收入 − 支出 = 年末结转 (部门决算公开表 01、04、07)."""
    for _, group in groupby(document.sheets, key=lambda sheet: sheet.table):
        sides = list(group)
        yield from _two_sides(sides)
        for sheet in sides:
            yield from unless_misread(_carried(sheet), "处年末结转")
    yield from _in_text(document)


def _two_sides(sides: list[Sheet]) -> Iterator[Verdict]:
    totals = [
        fact
        for sheet in sides
        for row in sheet.rows
        if _GRAND.search(row.label)
        for fact in list(row.cells.values())[:1]
    ]
    if len(sides) > 1 and len(totals) == len(sides):
        yield _equal(totals[0], totals[1], "收入总计", "支出总计")


def _equal(income: Fact, spending: Fact, left: str, right: str) -> Verdict:
    facts = (income, spending)
    if printed_as(income).overlaps(printed_as(spending)):
        return relation(facts)
    unit, factor = spending.quantity.unit, spending.quantity.factor
    gap = f"{printed((spending.value - income.value) / factor)}{unit}"
    kind = Hint if abs(income.value - spending.value) <= max(income.step, spending.step) else Contradiction
    message = f"{left}{income.quantity.text}与{right}{spending.quantity.text}不相等，收支不平衡；{CANNOT}。"
    return finding(kind, facts, message, expected=income.quantity.text, stated=spending.quantity.text, difference=gap)


def _carried(sheet: Sheet) -> Iterator[Verdict]:
    """The rows of a table with 年初结转和结余, 本年收入, 本年支出 and 年末结转和结余 side by side."""
    begin, end = sheet.column(r"(?:年初|上年).*结转"), sheet.column(r"(?:年末|结转下年).*")
    income = sheet.column(r"本年收入")
    spending = sheet.column(r"本年支出.*(?:合计|小计)") or sheet.column(r"本年支出", r"基本|项目")
    if begin is None or end is None or income is None or spending is None:
        return
    for row in sheet.rows:
        cells = [row.cells.get(column.index) for column in (begin, income, spending, end)]
        if cells[3] is not None and any(cells[:3]):
            signed = [(sign, cell) for sign, cell in zip((1, 1, -1), cells[:3], strict=True) if cell is not None]
            yield judged(Sum(cells[3], tuple(signed), Bond.CLOSED))


def _in_text(document: Document) -> Iterator[Verdict]:
    """收入总计 and 支出总计 of the text, and the chains that they are made of across sentences."""
    held: dict[str, list[Fact]] = defaultdict(list)
    for (name, _), each in document.once(statements):
        if each.sheet is None:
            held[name].append(each.fact)
    yield from _each_side(document)
    for scope in ("", "（财政拨款）"):
        income, spending = held[f"收入总计{scope}"], held[f"支出总计{scope}"]
        if income and spending and income[0].block is spending[0].block and not _apart(income[0], spending[0]):
            yield _equal(income[0], spending[0], "收入总计", "支出总计")


def _apart(income: Fact, spending: Fact) -> bool:
    """True where each total is told with a change of its own, as income and spending of a year are, and none a slip."""
    start, end = sorted((income.quantity.end, spending.quantity.start))
    changed = _CHANGED.search(income.block.text, start, end) is not None
    return changed and not one_slip(spending, income.value) and not one_slip(income, spending.value)


def _each_side(document: Document) -> Iterator[Verdict]:
    """收、支总计各是 40 万元、41 万元: two totals in one breath, which must be one."""
    for block in paragraphs(document.reading):
        for match in _EACH.finditer(flat(block.text)):
            income, spending = (Decimal(match[side].replace(",", "")) for side in ("income", "spending"))
            place = around(block, *match.span())
            if income == spending:
                yield Relation(places=(place,), operands=())
                continue
            gap = printed(abs(income - spending))
            message = (
                f"“{match[0]}”：收入总计{printed(income)}与支出总计{printed(spending)}相差{gap}，"
                f"收支总计应当相等；{CANNOT}。"
            )
            yield Contradiction(
                message=message, places=(place,), expected=printed(income), stated=printed(spending), difference=gap
            )
