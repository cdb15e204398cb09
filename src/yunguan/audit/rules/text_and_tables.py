"""正文与表、表与表同名的数一致: one amount under one name, with two digits swapped or one digit changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import agrees
from yunguan.audit.misread import unless_misread
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.rules.same_fact import same_fact
from yunguan.audit.sums.find import sums
from yunguan.audit.sums.sum import one_slip, turned
from yunguan.audit.tables.cells_by_name import NamedCell, is_telling, named_cells
from yunguan.audit.tables.sums import sums_of
from yunguan.audit.told_of_cells import cells_told
from yunguan.core.finding import Conflict, Finding
from yunguan.core.reading import BlockKind

_DIGITS = 4
_FEWEST_ALIKE = 2
_WHOSE = re.compile(r"本级|汇总|合并|下属|[上下]半年|[一二三四]季度|\d{1,2}月")


@rule(
    "正文与表、表与表同名的数一致",
    why="正文说的某一项与表里同名的一行、两张表里同名的一行是同一个数；两个数字写颠倒或写错一位，是最常见的抄写差错。",
    compares="正文写明项目的数与表里同名的行，表前“如下”一句的总数与表的合计，以及其余各行都相同的两张表里的同名行。",
    silent=(
        "年度、时段、预算与决算、资金范围、本级与汇总不同的，差额另有说明的，不止一位不同的，不足四位的数，以及“同一事实各处一致”已经说过的，"
        "不再说。"
    ),
    caught=(
        "全年残疾人康复服务支出302.45万元，全部用于儿童康复。\n\n支出明细表\n单位：万元\n\n| 支出项目 | 金额 |\n"
        "| 残疾人康复服务支出 | 320.45 |\n| 残疾人体育支出 | 48.15 |\n| 合计 | 368.60 |"
    ),
    passed=(
        "全年残疾人康复服务支出320.45万元，全部用于儿童康复。\n\n支出明细表\n单位：万元\n\n| 支出项目 | 金额 |\n"
        "| 残疾人康复服务支出 | 320.45 |\n| 残疾人体育支出 | 48.15 |\n| 合计 | 368.60 |"
    ),
    remedy="对照原始报表核实，把写错的一处改正；两处说的不是同一件事的，在文中写明区别。",
)
def text_and_tables(document: Document) -> Iterator[Verdict]:
    """An amount of the text and the cell of a table that its words name are one number, as are rows of one name.

    Only numbers with one digit changed or two neighbours swapped are surely meant to be the same.
    """
    told = {o.spot for each in same_fact.verdicts(document) if isinstance(each, Finding) for o in each.operands}
    verdicts: dict[str, list[Verdict]] = defaultdict(list)
    for one, cell in (*_of_text(document), *_of_tables(document)):
        other = cell.fact
        if agrees(one, other):
            verdicts[cell.sheet.table].append(relation((one, other)))
        elif not {one.spot, other.spot} & told and _is_slip(one, other) and not _explained(document, one, other):
            told |= {one.spot, other.spot}
            verdicts[cell.sheet.table].append(_conflict(one, other))
    for of_table in verdicts.values():
        yield from unless_misread(of_table, "处与正文或别的表")


def _of_text(document: Document) -> Iterator[tuple[Fact, NamedCell]]:
    """Amounts of the text with the cell that they name, where all cells of that name have one value."""
    for fact, (cell, *others) in cells_told(document):
        alike = all(other.fact.value == cell.fact.value for other in others)
        if alike and (agrees(fact, cell.fact) or not _is_in_a_table(document, fact)):
            yield fact, cell


def _is_in_a_table(document: Document, fact: Fact) -> bool:
    """True where some cell of any name has the very number."""
    cells = (each for sheet in document.sheets for each in sheet.facts)
    return any(agrees(fact, each) for each in cells if each.family == fact.family)


def _of_tables(document: Document) -> Iterator[tuple[Fact, NamedCell]]:
    """The rows of one name in two tables of which all other such rows agree, two different numbers at least."""
    columns: dict[tuple[object, ...], dict[str, dict[str, NamedCell | None]]] = defaultdict(lambda: defaultdict(dict))
    for cell in document.once(named_cells):
        if is_telling(cell.name):
            whose = frozenset(_WHOSE.findall(cell.sheet.title))
            held = columns[cell.kind, cell.role, cell.year, cell.scope, cell.fact.family, whose][cell.sheet.table]
            held[cell.name] = None if cell.name in held else cell
    for tables in columns.values():
        for one, other in combinations(tables.values(), 2):
            pairs = [(a, b) for name, a in one.items() if a is not None and (b := other.get(name)) is not None]
            alike = [(a, b) for a, b in pairs if agrees(a.fact, b.fact)]
            if len({a.fact.value for a, _ in alike}) >= _FEWEST_ALIKE and len(pairs) - len(alike) <= 1:
                yield from ((a.fact, b) for a, b in pairs)


def _is_slip(one: Fact, other: Fact) -> bool:
    return turned(one, other) or (one_slip(one, other.value, _DIGITS) and one_slip(other, one.value, _DIGITS))


def _explained(document: Document, one: Fact, other: Fact) -> bool:
    """True where the document states the difference too, or a sum that holds has both."""
    gap = abs(one.value - other.value)
    stated = (*document.facts, *(fact for sheet in document.sheets for fact in sheet.facts))
    if any(abs(fact.value) == gap and fact.family == one.family for fact in stated):
        return True
    both = {one.value, other.value}
    return any(both <= values for values in document.once(_held))


def _held(document: Document) -> Iterator[set[Decimal]]:
    """The numbers of each sum that holds, in the text and in tables."""
    every = (*document.once(sums), *(each for _, each in sums_of(document.sheets)))
    yield from ({fact.value for fact in each.facts} for each in every if each.holds)


def _conflict(one: Fact, other: Fact) -> Verdict:
    said = one.subject if one.block.kind is BlockKind.CELL else one.quote
    message = (
        f"“{said}”一处写的是{one.quantity.text}（{one.place.where}），表里“{other.subject}”写的是"
        f"{other.quantity.text}（{other.place.where}），像是有一处数字写错；"
        "只有两处说的不是同一件事时才能同时成立，请核对。"
    )
    shown = {
        "stated": one.quantity.text,
        "expected": other.quantity.text,
        "difference": f"{printed((one.value - other.value) / one.quantity.factor)}{one.quantity.unit}",
    }
    return finding(Conflict, (one, other), message, **shown)
