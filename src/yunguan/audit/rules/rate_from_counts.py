"""比率等于计数之比: a stated rate against the counts that it is made of, beside it or in another section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product

from yunguan.audit.binding import names, qualifier, said_before, same_scope, same_subject, shared_term
from yunguan.audit.compare import relation
from yunguan.audit.counts.comparison import Comparison, alike, fits, one_digit
from yunguan.audit.counts.judge import left_open, verdict_on
from yunguan.audit.counts.nearby import (
    FEWEST,
    Sentences,
    after,
    bracketed,
    clause_of,
    clause_start,
    counts_things,
    in_bracket_behind,
    sentence_of,
    two_behind,
)
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import HUNDRED
from yunguan.audit.rates import Rate, rate_of
from yunguan.audit.rule import Document, Verdict, rule

_UNWEIGHTED = re.compile(r"简单平均|算术平均|未按.{0,4}加权|未加权|不加权|按[期场次班]平均|各[期场次班].{0,8}平均")
_NAME = re.compile(r"([\u4e00-\u9fff]{2,12}?)(?:率|度|比例|比重)")
_NOT_COUNTED = {Role.CHANGE, Role.LAST_YEAR, Role.MEAN, Role.TARGET}
_COMMA = re.compile(r"，|,(?!\d)")


@rule(
    "比率等于计数之比",
    why="比率应当能由它的分子、分母算出来，不论这两个数写在哪里；按场次等简单平均的是另一个数，要用就应写明。",
    compares=(
        "合格率、弃考率、备案率、控制率（财预〔2013〕53号：在职人员数÷编制数）等，与同一句里的计数，"
        "或者其他章节中说的是同一批对象的计数。"
    ),
    silent="对象、年度、季度、地区不同的不比较；目标值不核对；同一句里几组计数都可能是来源时记为无法判定。",
    caught="应备案的 250 家企业，已有 180 家完成备案，备案率达 78%。",
    passed="应备案的 250 家企业，已有 180 家完成备案，备案率达 72%。",
    remedy="用分子、分母重新计算；口径不同（如按场简单平均）的，在文中写明。",
)
def rate_from_counts(document: Document) -> Iterator[Verdict]:
    """A rate must follow from the counts it is made of, wherever in the document they stand.

    Counts of one text are pooled; an unweighted mean over sessions is another number, and a text that means it
    must say so.
    """
    sentences = Sentences.of(document.facts)
    for stated in document.facts:
        if not stated.quantity.is_rate or _UNWEIGHTED.search(clause_of(stated)):
            continue
        rate = rate_of(stated) if stated.role in {Role.RATE, Role.MEAN} else None
        if rate is not None and not rate.of_budget:
            yield from _judged(rate, stated, sentences)
        elif stated.role is Role.RATE and rate is None:
            yield from _adjacent(stated, sentences)


def _judged(rate: Rate, stated: Fact, sentences: Sentences) -> Iterator[Verdict]:
    beside = _beside(rate, stated, sentences)
    if beside:
        yield _pooled(beside) or (
            verdict_on(beside, near=True) if not _other_whole(beside, sentences) else left_open(beside[0])
        )
        return
    of_others = qualifier(stated) and _comparisons(rate, stated, list(sentences.own(stated)))
    adjacent = [] if of_others else list(_adjacent(stated, sentences)) or list(_of_two(stated, sentences))
    if adjacent:
        yield from adjacent
        return
    bound = [group for group in sentences.with_counts(rate) if _bound(stated, group)]
    compared = [each for group in bound for each in _comparisons(rate, stated, list(group))]
    compared = [each for each in compared if each.part.value <= each.whole.value or stated.quantity.value > HUNDRED]
    if compared:
        yield verdict_on(compared, near=False)


def _beside(rate: Rate, stated: Fact, sentences: Sentences) -> list[Comparison]:
    """The comparisons within the rate's own sentence; a rate of some others among them is left alone."""
    own = sentences.own(stated)
    before = [fact for fact in own if fact.quantity.start < stated.quantity.start or in_bracket_behind(stated, fact)]
    before = bracketed(stated, own) or before
    whose = qualifier(stated)
    clause = [fact for fact in before if fact.quantity.end > clause_start(stated) and not fact.quantity.is_rate]
    counted = [each for each in _comparisons(rate, stated, before) if not clause or each.part in clause]
    if not counted and not any(counts_things(fact) for fact in before):
        counted = _comparisons(rate, stated, after(stated, own))
    if not whose or bracketed(stated, own):
        return counted
    return [each for each in counted if names(whose, each.part.subject + each.whole.subject)]


def _adjacent(stated: Fact, sentences: Sentences) -> Iterator[Verdict]:
    """A rate right behind the count that its name repeats: 受训 90 人，受训比例 90 %; the whole stands before."""
    name = _NAME.search(stated.lead)
    counted = [f for f in sentences.own(stated) if not f.quantity.is_rate and f.role not in _NOT_COUNTED]
    before = [fact for fact in counted if clause_start(stated) < fact.quantity.end <= stated.quantity.start]
    inside = bracketed(stated, tuple(counted))
    if inside or len(before) < FEWEST:
        before = sorted(inside, key=lambda fact: -fact.value) or two_behind(stated, counted)
    if name is None or len(before) < FEWEST or stated.quantity.bound:
        return
    part = before[-1]
    words = part.lead + part.behind
    fraction = inside and re.match(r"\s*[/／]", part.block.text[min(f.quantity.end for f in inside) :])
    shared = shared_term(name[1], words)
    told = len(shared) >= FEWEST and (name[1].endswith(shared) or re.search(rf"[已实]{shared}", words))
    if not fraction and not told and not all(char in words for char in name[1][-2:]):
        return
    rate = Rate(re.compile(name[1]), re.compile("."), re.compile("."))
    beside = [fact for fact in counted if shared and fact is not part and shared in fact.lead + fact.behind]
    if [fact for fact in beside if alike(part, fact) and fact.quantity.end <= stated.quantity.start]:
        yield from _together(rate, stated, [*beside, part], counted)
        return
    wholes = [fact for fact in before[:-1] if alike(part, fact) and fact.value > 0]
    compared = [Comparison(rate, stated, part, whole) for whole in reversed(wholes)]
    over = len(compared) == 1 and part.value > compared[0].whole.value
    if compared and (inside or over or any(each.holds or one_digit(each) for each in compared)):
        yield verdict_on(compared, near=True)
    elif compared:
        yield left_open(compared[0])


def _of_two(stated: Fact, sentences: Sentences) -> Iterator[Verdict]:
    """A rate whose name repeats no count, behind the only two counts of one kind; one digit tells that it is theirs."""
    counted = [f for f in sentences.own(stated) if not f.quantity.is_rate and f.role not in _NOT_COUNTED]
    before = [fact for fact in counted if fact.quantity.end <= stated.quantity.start and not fact.quantity.is_money]
    if len(before) < FEWEST or stated.quantity.bound or stated.quantity.approximate or "." not in stated.quantity.text:
        return
    part, whole = before[-1], before[-2]
    if sum(alike(part, fact) for fact in before) == FEWEST and alike(part, whole) and fits(part, whole):
        rate = Rate(re.compile("率"), re.compile("."), re.compile("."))
        compared = Comparison(rate, stated, part, whole)
        if compared.holds or (one_digit(compared) and "率" in stated.lead):
            yield verdict_on([compared], near=True)


def _together(rate: Rate, stated: Fact, parts: list[Fact], counted: list[Fact]) -> Iterator[Verdict]:
    """Several counts share the rate's word (当场整改 98 处，限期整改 28 处): together they are its part."""
    added = _added(parts)
    wholes = [fact for fact in counted if fact not in parts and fits(added, fact)]
    held = next((whole for whole in wholes if Comparison(rate, stated, added, whole).holds), None)
    if held is not None:
        yield relation((stated, held, *parts))
    elif wholes:
        yield left_open(Comparison(rate, stated, parts[-1], wholes[-1]))


def _pooled(compared: list[Comparison]) -> Verdict | None:
    """Parts in a row that give the rate only together: 非常满意 212 份、满意 136 份 of 400 are 87 %."""
    first = compared[0]
    parts = [each.part for each in compared if each.whole is first.whole]
    if any(each.holds for each in compared):
        return None
    for start, end in combinations(range(len(parts) + 1), 2):
        run = parts[start:end]
        if len(run) >= FEWEST and replace(first, part=_added(run)).holds:
            return relation((first.stated, first.whole, *run))
    return None


def _added(parts: list[Fact]) -> Fact:
    """One fact of what several come to."""
    value = sum((each.quantity.value for each in parts), Decimal(0))
    return replace(parts[0], quantity=replace(parts[0].quantity, value=value))


def _bound(stated: Fact, group: tuple[Fact, ...]) -> bool:
    if sentence_of(group[0]) == sentence_of(stated):
        return False
    if same_subject(stated, group):
        return True
    follows = group[0].block is stated.block and group[0].sentence[1] == stated.sentence[0]
    bare = not qualifier(stated) and not _COMMA.search(stated.block.text, stated.sentence[0], stated.quantity.start)
    return follows and bare and same_scope(said_before(stated), said_before(group[-1]))


def _comparisons(rate: Rate, stated: Fact, facts: list[Fact]) -> list[Comparison]:
    """Every part with every whole; where some parts are no greater than their whole, only these."""
    sessions = next((fact for fact in facts if fact.quantity.unit in {"场", "期", "场次", "次"}), None)
    pairs = product(rate.parts(facts), rate.wholes(facts))
    matched = [(part, whole) for part, whole in pairs if part is not whole and alike(part, whole) and whole.value > 0]
    matched = [pair for pair in matched if rate.part.search(pair[1].subject) is None or pair[1].value >= pair[0].value]
    fit = [pair for pair in matched if pair[0].value <= pair[1].value] or matched
    return [Comparison(rate, stated, part, whole, sessions) for part, whole in fit]


def _other_whole(compared: list[Comparison], sentences: Sentences) -> bool:
    """True where none of the named counts gives the rate, but another count of the same sentence does."""
    first = compared[0]
    own = sentences.own(first.stated)
    others = [fact for fact in own if fact is not first.part and not fact.quantity.is_rate and fits(first.part, fact)]
    return not any(each.holds for each in compared) and any(replace(first, whole=fact).holds for fact in others)
