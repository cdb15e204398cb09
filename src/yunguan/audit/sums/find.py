"""Finding the sums that a text states: 其中 and colon lists, brackets, equations, closed families, budget chains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from yunguan.audit.facts import Fact, Role
from yunguan.audit.rule import Document
from yunguan.audit.sums.chains import chains
from yunguan.audit.sums.equations import equations
from yunguan.audit.sums.families import HALVES, QUARTERS, families_named, family_of, of_a_year
from yunguan.audit.sums.lists import TextFacts, lists
from yunguan.audit.sums.opening import opening
from yunguan.audit.sums.paragraphs import over_paragraphs
from yunguan.audit.sums.sum import Bond, Sum
from yunguan.audit.sums.trailing import trailing

_OPENS = re.compile(
    r"\s*(?:其中|即\s*[:：]|按(?:照)?(?:支出)?(?:功能|经济|科目|用途|来源|资金性质|级次)(?:分类)?(?:科目)?(?:分|划分|看)?[，,:：]"
    r"|(?:从|按照?|分)[\u4e00-\u9fff]{1,8}(?:看|划分|来看|分|统计)[，,:：])"
)
_BLANK = re.compile(r"(?:[XxＸ×*＊]{2,}|_{2,}|＿{2,}|点击查看[>＞》]*)\s*(?:万|亿)?[元人家户个件项次]")
_AMONG = re.compile(r"\s*[^，,。；;\d]{0,40}中\s*[，,:：]")
_COMPARED = re.compile(r"[与较比同]")
_PLAIN_ROLES = {Role.STATED, Role.EXECUTED}
_MADE_UP = re.compile(r"由[^，,。；;]{2,30}(?:构成|组成)")
_NAMED_FIRST = 12
_DONE = re.compile(r"(?:已|完成)(?:完成|经)?([\u4e00-\u9fff]{2,4})(?:的)?(?:有)?$")
_NOT_DONE = re.compile(r"正在|尚未|尚有|仍在|还有|未")
_SMALL_PART = 10
_NAMELY = re.compile(r"\s*即\s*[:：]")
_FAR = 3
_TELLING = 3
_MOST = 80


def sums(document: Document) -> Iterator[Sum]:
    """Every sum of the document, each once; the stricter bond is kept where two say the same."""
    seen: set[tuple[tuple[str, int], ...]] = set()
    for found in _all(document):
        key = (_at(found.total), *sorted(_at(part) for _, part in found.parts))
        if key not in seen:
            seen.add(key)
            yield found


def _at(fact: Fact) -> tuple[str, int]:
    return fact.block.where, fact.quantity.start


def _all(document: Document) -> Iterator[Sum]:
    texts = document.once(texts_of)
    yield from over_paragraphs(texts)
    for index, text in enumerate(texts):
        if _BLANK.search(text.sentence):
            continue
        yield from equations(text)
        yield from lists(text)
        yield from chains(text)
        yield from _families(text)
        yield from (_with_first(each, texts[max(0, index - _FAR) : index]) for each in trailing(text))
        yield from opening(text)
        yield from _led(text, texts[index - 1]) if index else ()
        yield from _done_and_not(text, texts[max(0, index - _FAR) : index])
        yield from _over_the_year(text, texts[max(0, index - _FAR) : index])
        yield from _orphans(text, texts[max(0, index - _FAR) : index])


def texts_of(document: Document) -> Iterator[TextFacts]:
    """The facts of the document's text, sentence by sentence."""
    return sentences(document.facts)


def sentences(facts: Iterable[Fact]) -> Iterator[TextFacts]:
    """The facts of each block that has any, sentence by sentence; an endless sentence in pieces."""
    held: list[Fact] = []
    for fact in facts:
        full = len(held) >= _MOST
        if held and (full or fact.block is not held[0].block or fact.sentence != held[0].sentence):
            yield TextFacts(tuple(held))
            held = []
        held.append(fact)
    if held:
        yield TextFacts(tuple(held))


def _families(text: TextFacts) -> Iterator[Sum]:
    """A sentence that names a family's total and then all of its members, without any 其中.

    Of families that share members the larger one counts: it stands first.
    """
    facts = [fact for fact in text.facts if fact.role not in {Role.CHANGE, Role.LAST_YEAR, Role.TARGET, Role.MEAN}]
    for index, total in enumerate(facts):
        for family in families_named(total.subject):
            alike = (fact for fact in islice(facts, index + 1, None) if fact.family == total.family)
            parts = list(islice(alike, len(family.members)))
            more = next(
                islice((f for f in islice(facts, index + 1, None) if f.family == total.family), len(parts), None), None
            )
            if family.complete(parts) and _side_by_side(text, parts) and not (more and family.has(more)):
                yield Sum(total, tuple((1, part) for part in parts), Bond.CLOSED)
                break


def _led(text: TextFacts, before: TextFacts) -> Iterator[Sum]:
    """All members of a family in one sentence, their total the only amount of the sentence right before."""
    totals = [fact for fact in before.facts if fact.quantity.is_money]
    follows = before.facts[0].block is text.facts[0].block and before.facts[0].sentence[1] == text.facts[0].sentence[0]
    parts = [fact for fact in text.top if fact.quantity.is_money and fact.role in {Role.STATED, Role.EXECUTED}]
    spent = [fact for fact in totals if fact.role is Role.EXECUTED]
    made_up = family_of(parts) if _MADE_UP.search(text.sentence) else None
    if follows and len(spent) == 1 and made_up is not None and made_up.total.search(text.sentence[:_NAMED_FIRST]):
        yield Sum(spent[0], tuple((1, part) for part in parts), Bond.CLOSED)
        return
    if follows and len(totals) == 1 and totals[0].role in {Role.STATED, Role.EXECUTED}:
        family = family_of(parts)
        if family is not None and family.names(totals[0]):
            yield Sum(totals[0], tuple((1, part) for part in parts), Bond.LIST)


def _done_and_not(text: TextFacts, before: tuple[TextFacts, ...]) -> Iterator[Sum]:
    """已整改 17 个，正在整改 5 个, against the 23 that were found a sentence before: together they are all."""
    for done, rest in zip(text.top, text.top[1:], strict=False):
        verb = _DONE.search(done.lead)
        left = _NOT_DONE.search(rest.lead)
        if not verb or not left or done.family != rest.family or not set(verb[1]) & set(rest.lead):
            continue
        near = [fact for other in (*before, text) for fact in other.top if fact.block is done.block]
        alike = [f for f in near if f.family == done.family and f.quantity.end <= done.quantity.start]
        whole = next((f for f in reversed(alike) if f.role in _PLAIN_ROLES and f.value >= done.value), None)
        if whole is not None and not any(f.quantity.approximate for f in (whole, done, rest)):
            made = Sum(whole, ((1, done), (1, rest)), Bond.TRAILING)
            if abs(made.difference) <= made.expected / _SMALL_PART:
                yield made


def _over_the_year(text: TextFacts, before: tuple[TextFacts, ...]) -> Iterator[Sum]:
    """The quarters or halves of a year, their total the only such count of the year in the sentences before."""
    plain = [fact for fact in text.top if fact.family == text.top[0].family and fact.role in _PLAIN_ROLES]
    near = [fact for other in before for fact in other.top if fact.block is text.facts[0].block]
    near = [fact for fact in near if fact.role in _PLAIN_ROLES and not _COMPARED.match(fact.lead)]
    totals = [fact for fact in near if plain and fact.family == plain[0].family]
    parts = next((plain[:count] for count in (len(HALVES), len(QUARTERS)) if of_a_year(plain[:count])), [])
    if parts and len({fact.value for fact in totals}) == 1 and not any(part.quantity.approximate for part in parts):
        yield Sum(totals[0], tuple((1, part) for part in parts), Bond.CLOSED)


def _with_first(each: Sum, before: tuple[TextFacts, ...]) -> Sum:
    """The sum with the amount that it goes on from: 收入 50 万元。补助 30 万元，加结余 20 万元，合计 100 万元."""
    if each.holds:
        return each
    near = (fact for text in reversed(before) for fact in reversed(text.top) if fact.block is each.total.block)
    first = next((fact for fact in near if fact.family == each.total.family and fact.value == each.difference), None)
    return each if first is None else replace(each, parts=((1, first), *each.parts))


def _side_by_side(text: TextFacts, parts: list[Fact]) -> bool:
    """True where no part stands in a bracket behind another."""
    return len({text.bracket(part) for part in parts}) == 1


def _orphans(text: TextFacts, before: tuple[TextFacts, ...]) -> Iterator[Sum]:
    """A list that opens a sentence with 其中, or with 三公经费中: its total stands in an earlier sentence near by."""
    opens = _OPENS.match(text.sentence) is not None
    among = not opens and _AMONG.match(text.sentence) is not None
    if not (among or opens):
        return
    for kind in list(dict.fromkeys(fact.family for fact in text.top))[:_TELLING]:
        yield from _orphans_of(kind, text, before, opens=opens)


def _orphans_of(kind: str, text: TextFacts, before: tuple[TextFacts, ...], *, opens: bool) -> Iterator[Sum]:
    """The list of what is counted alike: the places and the money of 其中甲 3 处、9 万元；乙 2 处、8 万元."""
    among = not opens
    section = text.facts[0].block.path
    near = [fact for other in before for fact in other.facts if fact.block.path == section]
    plain = [fact for fact in text.top if fact.family == kind and not fact.is_base]
    parts = [fact for fact in plain if fact.role is Role.STATED]
    if opens and all(fact.role in {Role.STATED, Role.BUDGET} for fact in plain):
        parts = plain
    if among and not family_of(parts):
        parts = [fact for fact in plain if fact.role is Role.EXECUTED]
    if among and not family_of(parts):
        return
    totals = [fact for fact in near if parts and fact.family == parts[0].family]
    candidates = [Sum(total, tuple((1, part) for part in parts), Bond.LIST) for total in reversed(totals)]
    family = family_of(parts)
    if len(parts) > 1 and candidates:
        holding = [each for each in candidates if each.holds]
        held = next((each for each in holding if family and family.names(each.total)), next(iter(holding), None))
        stated = (each for each in candidates if each.total.role is not Role.CHANGE)
        last = next(stated, None) if opens and before[-1].facts[0].block is text.facts[0].block else None
        roles = {Role.EXECUTED, Role.STATED} if among else {Role.EXECUTED}
        named = [each for each in candidates if family and family.names(each.total) and each.total.role in roles]
        if not named and opens and family and family.names(before[-1].facts[0]):
            named = [
                each for each in candidates if each.total is before[-1].facts[0] and each.total.role is Role.STATED
            ]
        if held or named:
            chosen = held or named[0]
            yield Sum(chosen.total, chosen.parts, Bond.CLOSED if family else Bond.LIST)
        elif last is not None and len(parts) >= _TELLING and _NAMELY.match(text.sentence):
            yield Sum(last.total, last.parts, Bond.TRAILING)
        elif last is not None and len(parts) < _TELLING:
            alone = sum(fact.quantity.is_money for fact in before[-1].facts) == 1
            yield from [last] if alone and last.near and last.difference < 0 and not last.rounding else []
        elif last is not None and last.near:
            yield last
