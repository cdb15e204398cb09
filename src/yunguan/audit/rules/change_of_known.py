"""增减与全文所写的数相符: a change told apart from its amount, which stands once in another place of the document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.changes import Change
from yunguan.audit.compare import CANNOT, finding, percent, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import HUNDRED, Interval, finest_step, rate_interval
from yunguan.audit.items import canonical
from yunguan.audit.moves import moves
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import key_name, of_another_year, scope_of, statements, year_of
from yunguan.core.finding import Conflict, Contradiction

_COMPARES = re.compile(r"(?:决算数?|预算数?|执行数?)?(?:同比|[比较与同](?=上年|去年|(?:19|20)\d{2}年))")
_EARLIER = re.compile(r"上年|去年|同比|(?:19|20)\d{2}年")
_APART = re.compile(
    r"[支出收入费用][中里内]|支出\s*[:：]|同口径|可比|剔除|扣除|本级|机关(?!运行)|[所下]属|下设|二级|[上下]半年|季度|月"
)
_ELSEWHERE = re.compile(r"[\u4e00-\u9fff]{2,}?(?<![我本全该])(?:中心|[站所院校队])")
_ROLES = ((Role.BUDGET, re.compile(r"预算")), (Role.EXECUTED, re.compile(r"决算|执行|实际")))
_SHOWN = 2
_BARE = 4  # 增加, 减少了: a longer lead names what changed, which may be another thing


@rule(
    "增减与全文所写的数相符",
    why="增减额、增减幅度说的是文中另一处写出的那个数，由它倒推的上年数和幅度应当相符。",
    compares="没有同时写出本年数的“比上年增加……、增长……”，与全文只写了一个数的同一项目（三公经费、基本支出、商品和服务支出等）。",
    silent=(
        "同一段里已经写出本年数的由“增减额、方向和幅度相符”核对；同一项目有几个不同数的，预算与决算、资金范围、年度不同的，"
        "写明是所属单位、某一科目或可比口径的，不核对。"
    ),
    caught="2018年三公经费2.70万元。\n\n三公经费预算数比2017年预算数减少0.06万元，下降0.02%。",
    passed="2018年三公经费2.70万元。\n\n三公经费预算数比2017年预算数减少0.06万元，下降2.17%。",
    remedy="核对本年和上年的原始数，改正增减额、方向或百分比。",
)
def change_of_known(document: Document) -> Iterator[Verdict]:
    """A change of an item follows from the one amount that the document states of it elsewhere."""
    known = _known(document)
    for _, told in document.once(moves):
        for change in told:
            now = _now(document, change, known) if change.now is None and change.amount is not None else None
            if now is not None and change.amount is not None:
                yield from _judged(change, change.amount, now)


def _known(document: Document) -> dict[str, dict[str, Fact]]:
    """The items that the document states with one value in all roles, of its own year, by scope and role."""
    told: dict[str, dict[str, Fact]] = defaultdict(dict)
    values: dict[str, set[Decimal]] = defaultdict(set)
    for (name, role), held in document.once(statements):
        if not held.other_year and held.fact.quantity.is_money and held.sheet is None:
            told[name].setdefault(role, held.fact)
            values[name].add(held.fact.value)
    return {name: facts for name, facts in told.items() if len(values[name]) == 1}


def _of_the_known(document: Document, first: Fact, known: dict[str, dict[str, Fact]]) -> Fact | None:
    """The amount that the words before a change name, of the same scope, role and year."""
    compares = _COMPARES.search(first.lead)
    name = canonical(first.lead[: compares.start()]) if compares else None
    if name is None or compares is None or of_another_year(first, year_of(document)) or _is_apart(document, first):
        return None
    facts = known.get(key_name(document, name, scope_of(document, first)), {})
    words = first.lead[: compares.end()]
    named = next((role.value for role, said in _ROLES if said.search(words)), None)
    return next((fact for role, fact in facts.items() if named in {None, role}), None)


def _is_apart(document: Document, first: Fact) -> bool:
    """True for the change of a part of the item: of one office or subject, of part of the year, or on a like basis."""
    other = _ELSEWHERE.search(first.lead)
    return bool(_APART.search(first.sentence_before)) or (
        other is not None and other[0] not in document.reading.blocks[0].text
    )


def _now(document: Document, change: Change, known: dict[str, dict[str, Fact]]) -> Fact | None:
    """The amount of this year of what changed, where it stands in another paragraph or sentence."""
    first = change.before or change.amount
    if first is None or not _EARLIER.search(first.lead):
        return None
    now = _of_the_known(document, first, known)
    if now is None or change.amount is None or now.family != change.amount.family:
        return None
    if change.before is not None and len(change.amount.lead) > _BARE:
        return None
    same = now.block is first.block and now.sentence == first.sentence
    beside = now.block is first.block and change.before is None
    return None if same or beside or now.quantity.approximate else now


def _judged(change: Change, amount: Fact, now: Fact) -> Iterator[Verdict]:
    up = change.amount_up if change.amount_up is not None else change.rate_up
    if up is None or amount.quantity.approximate:
        return
    base = change.before.value if change.before is not None else now.value + (-amount.value if up else amount.value)
    facts = tuple(fact for fact in (amount, change.rate, now, change.before) if fact is not None)
    step = finest_step(*(fact for fact in facts if not fact.quantity.is_rate))
    if change.before is not None:
        yield _difference(facts, now.value - base, amount.value if up else -amount.value, step)
    elif change.rate is not None and base > step:
        yield _rate(
            facts, change.rate, Interval((amount.value - step) / (base + step), (amount.value + step) / (base - step))
        )


def _difference(facts: tuple[Fact, ...], gap: Decimal, said: Decimal, step: Decimal) -> Verdict:
    amount, now = facts[0], next(fact for fact in facts[1:] if not fact.quantity.is_rate)
    if abs(gap - said) <= step * _SHOWN:
        return relation(facts)
    unit, factor = amount.quantity.unit, amount.quantity.factor
    shown = {"expected": f"{printed(gap / factor)}{unit}", "stated": f"{printed(said / factor)}{unit}"}
    message = (
        f"“{amount.quote}”与文中所写的本年数{now.quantity.text}（{now.place.where}）不符：两年相差{shown['expected']}"
    )
    return finding(Contradiction, facts, f"{message}，写的是{shown['stated']}；{CANNOT}。", **shown)


def _rate(facts: tuple[Fact, ...], rate: Fact, given: Interval) -> Verdict:
    given = Interval(given.low * HUNDRED, given.high * HUNDRED)
    if rate_interval(rate).widened(rate.quantity.step / 2).overlaps(given):
        return relation(facts)
    amount, now = facts[0], next(fact for fact in facts[1:] if not fact.quantity.is_rate)
    expected = percent((given.low + given.high) / 2)
    message = (
        f"“{rate.quote}”与文中所写的本年数{now.quantity.text}（{now.place.where}）、增减额{amount.quantity.text}不符，"
        f"按此应为{expected}；只有比较的不是这个数时才能同时成立，文中没有写明，请核对或写明。"
    )
    return finding(Conflict, facts, message, expected=expected, stated=rate.quantity.text)
