"""本年报告引用的上年数与上年报告一致: 上年数, 比上年增加 … and columns 上年决算数."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from yunguan.audit.changes import Change, changes
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import agrees
from yunguan.audit.items import canonical, in_text
from yunguan.audit.pairs.held import held_of, of_scope
from yunguan.audit.pairs.pair import Kin, Pair, pair_rule
from yunguan.audit.printing import printed
from yunguan.audit.rule import Verdict
from yunguan.audit.rules.change_and_growth import alone_before
from yunguan.audit.scopes import Scope, scope_in, scope_of_cell
from yunguan.audit.statements import SCOPED, Held
from yunguan.audit.sums.find import sentences
from yunguan.core.finding import Conflict, Contradiction, Hint

_LAST = re.compile(r"上年(?!结)|上期|去年")
_DONE = re.compile(r"决算|执行|实际|支出数")
_BUDGETS = {Role.BUDGET, Role.ADJUSTED}

Groups = dict[tuple[str, str], list[Held]]


@pair_rule(
    "引用的上年数与上年报告一致",
    Kin.LAST_YEAR,
    why="本年报告引用的上年数，应当就是上年报告写出的数；后来作过调整或者口径变了的，应当写明。",
    compares="“上年数”“比上年增加……”推算出的上年数和表中的上年决算数，与上年报告的同一项目。",
    silent="上年报告没有写出这个项目，或者自己前后不一时，不核对；预算数不与决算数比较。",
    beside="某某县测绘中心部门整体支出绩效自评报告\n（2022年度）\n\n一、支出情况\n\n基本支出决算数为 520.00 万元。",
    caught=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、支出情况\n\n"
        "基本支出决算数为 558.00 万元，比上年的 500.00 万元增加 58.00 万元。"
    ),
    passed=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、支出情况\n\n"
        "基本支出决算数为 558.00 万元，比上年的 520.00 万元增加 38.00 万元。"
    ),
    remedy="对照上年报告改正上年数和增减数；调整过的，写明调整的原因。",
)
def stated_last_year(pair: Pair) -> Iterator[Verdict]:
    """What this year's report says that last year's value was is what last year's report said."""
    theirs = held_of(pair.other)
    yield from _in_tables(pair, theirs)
    earlier: list[Fact] = []
    for text in sentences(pair.document.facts):
        earlier = earlier if earlier and earlier[0].block is text.facts[0].block else []
        for change in changes(text.facts, pair.document.identity.year):
            yield from _in_change(pair, _with_now(change, earlier), theirs)
        earlier = [*earlier, *text.facts]


def _with_now(change: Change, earlier: list[Fact]) -> Change:
    """The change with this year's amount from the sentence before: 总计 610 万元。与上年相比，增加 45 万元."""
    if change.now is not None or change.amount is None:
        return change
    family = change.amount.family
    alike = [fact for fact in earlier if fact.family == family and not fact.quantity.is_rate]
    return replace(change, now=alone_before(change.amount, alike))


def _in_tables(pair: Pair, theirs: Groups) -> Iterator[Verdict]:
    """A column 上年决算数 against the same row of last year's document."""
    for sheet in pair.document.sheets:
        for column in sheet.columns:
            if not (_LAST.search(column.head) and _DONE.search(column.head)) or re.search(r"[率比％%]", column.head):
                continue
            for row, fact in sheet.pairs(column):
                name = canonical(row.name)
                if name is not None and fact.quantity.is_money:
                    scope = scope_of_cell(sheet.title, column.head, row.label)
                    yield from _judged(pair, fact, _of(theirs, name, scope), name, Contradiction)


def _in_change(pair: Pair, change: Change, theirs: Groups) -> Iterator[Verdict]:
    """基本支出 558 万元，比上年的 500 万元增加 58 万元, or only how much it changed."""
    if change.now is None or change.now.role in _BUDGETS or change.now.quantity.approximate:
        return
    stated = in_text(change.now, plan=False)
    if stated is None or stated.key[1] != Role.EXECUTED.value:
        return
    name = stated.key[0]
    said = change.now.block.text[change.now.sentence[0] : change.now.quantity.start]
    last = _of(theirs, name, scope_in("".join(change.now.block.path[-1:]), said))
    if change.before is not None:
        if change.before.role not in _BUDGETS:
            yield from _judged(pair, change.before, last, name, Conflict)
    elif change.amount is not None and change.amount_up is not None and _LAST.search(change.amount.block.text):
        yield from _implied(pair, change, last, name)


def _of(theirs: Groups, name: str, scope: Scope) -> list[Held]:
    """Last year's statements of the item in this scope; none where they disagree among themselves."""
    every = theirs[name, Role.EXECUTED.value]
    held = of_scope(every, scope) if name in SCOPED else every
    return held if held and all(agrees(held[0].fact, each.fact) for each in held) else []


def _judged(
    pair: Pair, fact: Fact, last: list[Held], name: str, kind: type[Contradiction | Conflict]
) -> Iterator[Verdict]:
    if not last or last[0].fact.family != fact.family:
        return
    other = last[0].fact
    if agrees(fact, other):
        yield pair.relation((fact,), (other,))
        return
    unit, factor = fact.quantity.unit, fact.quantity.factor
    shown = {
        "expected": other.quantity.text,
        "stated": fact.quantity.text,
        "difference": f"{printed((fact.value - other.value) / factor)}{unit}",
    }
    message = f"“{name}”的上年数本报告写的是{fact.quantity.text}，上年报告写的是{other.quantity.text}"
    if abs(fact.value - other.value) <= max(fact.step, other.step):
        yield pair.finding(Hint, (fact,), (other,), f"{message}；相差在末位，请核对。", **shown)
    elif kind is Contradiction and last[0].sheet is not None:
        yield pair.finding(Contradiction, (fact,), (other,), f"{message}；两份文件不能同时成立，请核对。", **shown)
    else:
        text = f"{message}；只有上年数后来作过调整或口径不同时才能同时成立，文中没有写明，请核对或写明。"
        yield pair.finding(Conflict, (fact,), (other,), text, **shown)


def _implied(pair: Pair, change: Change, last: list[Held], name: str) -> Iterator[Verdict]:
    now, amount = change.now, change.amount
    assert now is not None  # noqa: S101 - the caller has seen both
    assert amount is not None  # noqa: S101
    if not last or last[0].fact.family != now.family or amount.quantity.approximate:
        return
    other = last[0].fact
    base = now.value - amount.value if change.amount_up else now.value + amount.value
    slack = (now.step + amount.step + other.step) / 2
    if abs(base - other.value) <= slack:
        yield pair.relation((now, amount), (other,))
        return
    factor, unit = now.quantity.factor, now.quantity.unit
    given = f"{printed(base / factor)}{unit}"
    message = (
        f"按“{amount.quote}”推算，“{name}”的上年数是{given}，上年报告写的是{other.quantity.text}；"
        "只有上年数后来作过调整或口径不同时才能同时成立，文中没有写明，请核对或写明。"
    )
    shown = {
        "expected": other.quantity.text,
        "stated": given,
        "difference": f"{printed((base - other.value) / factor)}{unit}",
    }
    kind = Hint if abs(base - other.value) <= slack + max(now.step, other.step) else Conflict
    yield pair.finding(kind, (now, amount), (other,), message, **shown)
