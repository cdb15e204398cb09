"""分处写出的总额与分项相符: 支出 = 基本支出 + 项目支出 and the like, each told once, in sentences far apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from yunguan.audit.outline import table_of
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import Held, statements
from yunguan.audit.sums.find import sums
from yunguan.audit.sums.judge import judged
from yunguan.audit.sums.sum import Bond, Sum

# 部门预算、决算支出的分类：支出分基本和项目，基本支出分人员和公用，政府采购分货物、工程和服务，公务用车费分购置和运行
_MADE_OF: Final = {
    "本年支出": ("基本支出", "项目支出"),
    "基本支出": ("人员经费", "公用经费"),
    "政府采购支出": ("货物采购支出", "工程采购支出", "服务采购支出"),
    "公务用车购置及运行维护费": ("公务用车购置费", "公务用车运行维护费"),
}


@rule(
    "分处写出的总额与分项相符",
    why="支出总额等于基本支出加项目支出，基本支出等于人员经费加公用经费，写在几处也一样（《预算法》第七十五条：数额准确）。",
    compares="全文只写了一个数的支出、基本支出、项目支出、人员经费、公用经费、公务用车费及其购置费和运行费。",
    silent="写了几个不同的数、口径不同的不核对；相差不止一个数字的，可能另有分项，不核对；同一句里的由“合计数等于分项之和”核对。",
    caught="2023年支出合计8105563元。\n\n基本支出7031563元。\n\n项目支出74000元。",
    passed="2023年支出合计8105563元。\n\n基本支出7031563元。\n\n项目支出1074000元。",
    remedy="核对决算或预算表，改正写错的一处。",
)
def parts_told_apart(document: Document) -> Iterator[Verdict]:
    """A total and its parts that are told far apart still add up; only a slip in one number tells that they do not."""
    told: dict[tuple[str, str, bool], list[Held]] = defaultdict(list)
    for (name, role), held in document.once(statements):
        told[name, role, held.fiscal].append(held)
    for (name, role, fiscal), totals in told.items():
        parts = [told.get((part, role, fiscal), []) for part in _MADE_OF.get(name, ())]
        if not parts or not all(_one(each) for each in (totals, *parts)):
            continue
        made = Sum(totals[0].fact, tuple((1, each[0].fact) for each in parts), Bond.WHOLE)
        if not _told_together(document, made) and (made.holds or made.rounding or made.near):
            yield judged(made)


def _one(held: list[Held]) -> bool:
    """True where all statements of the item give one value, and not of another year."""
    values = {each.fact.value for each in held}
    return len(values) == 1 and not any(each.other_year or each.fact.quantity.approximate for each in held)


def _told_together(document: Document, made: Sum) -> bool:
    """True where one sentence, or one table, states them all: other rules read that."""
    if len({table_of(fact.block.where) or fact.block.where for fact in made.facts}) == 1:
        return True
    return any(each.total == made.total and len(each.parts) >= len(made.parts) for each in document.once(sums))
