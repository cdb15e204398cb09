"""自评报告与同年决算、基础数据表一致: the items that both state, each in the scope that the words give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from yunguan.audit.facts import Role
from yunguan.audit.intervals import agrees
from yunguan.audit.pairs.held import held_of, of_scope
from yunguan.audit.pairs.pair import Kin, Pair, pair_rule
from yunguan.audit.printing import printed
from yunguan.audit.rule import Verdict
from yunguan.audit.statements import Held
from yunguan.core.finding import Conflict, Contradiction, Hint

_TOTALS: Final = ("本年支出", "基本支出", "项目支出")
_BASIC: Final = ("人员经费", "公用经费", "工资福利支出", "商品和服务支出", "对个人和家庭的补助", "资本性支出")
_TRAVEL: Final = (
    "三公经费", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费",
)  # fmt: skip
_COUNTED: Final = ("编制数", "在职人数", "政府采购支出")
_SAID_FISCAL = re.compile(r"财政拨款|一般公共预算")

Groups = dict[tuple[str, str], list[Held]]


@pair_rule(
    "与同年决算、基础数据表一致",
    Kin.COMPANION,
    why=(
        "自评报告与同年部门决算、基础数据表说的是同一笔账，同一口径的数应当相同（《预算法》第七十五条：收支真实、"
        "数额准确）。"
    ),
    compares="本年支出、基本支出、项目支出、人员和公用经费、“三公”经费的决算数与预算数、编制和在职人数。",
    silent=(
        "另一份文件没有写出的项目不核对；机关运行经费与公用经费是两回事，不比较；"
        "自评的项目可以只是全部项目支出的一部分。"
    ),
    beside=(
        "某某县测绘中心2023年度部门决算\n\n支出决算表\n单位：万元\n\n| 项目 | 合计 | 基本支出 | 项目支出 |\n"
        "| 合计 | 590.00 | 500.00 | 90.00 |"
    ),
    caught=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、一般公共预算支出情况\n\n"
        "基本支出决算数为 530.00 万元。"
    ),
    passed=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、一般公共预算支出情况\n\n"
        "基本支出决算数为 500.00 万元。"
    ),
    remedy="以批复的决算为准改正自评报告；口径不同的，在文中写明口径。",
)
def same_as_accounts(pair: Pair) -> Iterator[Verdict]:
    """What a self-evaluation and the accounts of the same year both state has one value in one scope.

    Basic expenditure of all money and of appropriations are two items; projects that are evaluated may be a part of
    all projects; 机关运行经费 is not 公用经费 and is never held against it.
    """
    ours, theirs = held_of(pair.document), held_of(pair.other)
    executed = Role.EXECUTED.value
    for name in _TOTALS:
        yield from _total(pair, name, ours, theirs)
    basic = _agree(ours, theirs)
    for name in _BASIC:
        reading = "一处含有财政拨款以外的资金"
        yield from _same(pair, name, (ours[name, executed], theirs[name, executed]), "" if basic else reading)
    for name in _TRAVEL:
        reading = "一处按全部资金、一处只按财政拨款统计"
        yield from _same(pair, name, (ours[name, executed], theirs[name, executed]), reading)
        budgets = (ours[name, Role.BUDGET.value], theirs[name, Role.BUDGET.value])
        yield from _same(pair, f"{name}预算", budgets, "一处是年初预算、一处是全年预算")
    for name in _COUNTED:
        yield from _same(pair, name, (ours[name, executed], theirs[name, executed]), "两处统计的时点或范围不同")


def _agree(ours: Groups, theirs: Groups) -> bool:
    """True where both state one amount of basic expenditure: then its classes are of one scope too."""
    key = "基本支出", Role.EXECUTED.value
    return any(agrees(one.fact, other.fact) for one in ours[key] for other in theirs[key])


def _total(pair: Pair, name: str, ours: Groups, theirs: Groups) -> Iterator[Verdict]:
    """A total in either scope; which one is meant is known where the words say it, or where all are the same."""
    key = name, Role.EXECUTED.value
    every = theirs[key]
    scopes = {held.fiscal for held in every}
    one = len(scopes) > 1 and all(agrees(every[0].fact, held.fact) for held in every)
    for held in ours[key]:
        bound = of_scope(every, held.scope) if held.fiscal else every if one else []
        reading = "" if bound else "两处口径不同（一处含财政拨款以外的资金）"
        if name == "项目支出" and not _exceeds([held], every):
            reading = "本报告只列了一部分项目"
        yield from _same(pair, name, ([held], [*bound, *(each for each in every if each not in bound)]), reading)


def _exceeds(mine: list[Held], theirs: list[Held]) -> bool:
    return bool(mine and theirs) and mine[0].fact.value > max(held.fact.value for held in theirs)


def _same(pair: Pair, name: str, sides: tuple[list[Held], list[Held]], reading: str) -> Iterator[Verdict]:
    """Each of our statements against theirs; `reading` is what would make both true, "" where nothing would."""
    mine, theirs = sides
    theirs = [held for held in theirs if mine and held.fact.family == mine[0].fact.family]
    if not theirs or len({held.fact.value for held in theirs}) > len(_TOTALS):
        return
    for held in mine:
        fact = held.fact
        match = next((other.fact for other in theirs if agrees(fact, other.fact)), None)
        if match is not None:
            yield pair.relation((fact,), (match,))
        elif not fact.quantity.approximate:
            yield _differ(pair, name, (held, theirs[0]), reading)


def _differ(pair: Pair, name: str, both: tuple[Held, Held], reading: str) -> Verdict:
    fact, other = both[0].fact, both[1].fact
    unit, factor = fact.quantity.unit, fact.quantity.factor
    gap = fact.value - other.value
    shown = {
        "expected": other.quantity.text,
        "stated": fact.quantity.text,
        "difference": f"{printed(gap / factor)}{unit}",
    }
    message = f"“{name}”本报告写的是{fact.quantity.text}，“{pair.other_name}”写的是{other.quantity.text}"
    if abs(gap) <= max(fact.step, other.step):
        return pair.finding(Hint, (fact,), (other,), f"{message}；相差在末位，请核对。", **shown)
    if not reading or (name in _TRAVEL and _says_fiscal(both[0])):
        text = f"{message}；两份文件不能同时成立，请核对。"
        return pair.finding(Contradiction, (fact,), (other,), text, **shown)
    text = f"{message}；只有{reading}时才能同时成立，文中没有写明，请核对或写明。"
    return pair.finding(Conflict, (fact,), (other,), text, **shown)


def _says_fiscal(held: Held) -> bool:
    fact = held.fact
    said = fact.block.text[fact.sentence[0] : fact.quantity.start]
    return held.fiscal or bool(_SAID_FISCAL.search(said + "".join(fact.block.path)))
