"""Lists that take a paragraph for each part: a total whose paragraph ends with 其中：, and the paragraphs behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from yunguan.audit.facts import Fact, Role
from yunguan.audit.quantities import flat
from yunguan.audit.sums.families import family_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import Bond, Sum

_OPENS = re.compile(r"(?:其中|包括|分别(?:为|是))\s*[:：]?\s*$|如下\s*[:：。]?\s*$|[元]\s*[:：]\s*$")
_ALL = re.compile(r"如下\s*[:：。]?\s*$|[元]\s*[:：]\s*$")
_NUMBER = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[)）]|\d{1,2}\s*[.、．)）](?!\d))"
)
_NO_PART = {Role.CHANGE, Role.SHARE, Role.RATE, Role.LAST_YEAR, Role.TARGET, Role.MEAN}
_BASIC, _OF_WHICH = re.compile(r"基本支出(?:决算|预算)?(?:数)?(?:为|是|共计?|合计)*$"), re.compile(r"其中|包括")
_STATED = {Role.STATED, Role.EXECUTED, Role.BUDGET}
_FARTHEST = 40
_MOST = 12


def over_paragraphs(texts: Sequence[TextFacts]) -> Iterator[Sum]:
    """The sums whose parts stand at the head of the paragraphs behind a paragraph that ends with 其中：."""
    blocks = [list(group) for _, group in groupby(texts, key=lambda text: id(text.facts[0].block))]
    for at, block in enumerate(blocks):
        yield from _staff_and_office(block[-1], blocks[at + 1][0]) if at + 1 < len(blocks) else ()
        total = _first(block[-1]) if _OPENS.search(block[-1].text) else None
        if total is not None:
            yield from _sum(block[-1], total, [other[0] for other in blocks[at + 1 : at + 1 + _MOST]])


def _staff_and_office(text: TextFacts, following: TextFacts) -> Iterator[Sum]:
    """基本支出 90 万元，其中：人员经费 80 万元，主要包括…。 and a paragraph 公用经费 10 万元，主要包括…。"""
    money = [fact for fact in text.top if fact.quantity.is_money and not fact.is_base]
    office = _first(following)
    if len(money) != len(("基本支出", "人员经费")) or office is None or office.quantity.start > _FARTHEST:
        return
    total, staff = money
    plain = all(fact.role in _STATED for fact in (total, staff, office)) and office.block.path == total.block.path
    named = _BASIC.search(total.lead) and "人员" in staff.lead and "公用" in office.lead
    if plain and named and family_of([staff, office]) and _OF_WHICH.search(text.sentence):
        yield Sum(total, ((1, staff), (1, office)), Bond.CLOSED)


def _first(text: TextFacts) -> Fact | None:
    """The amount that a sentence is about: its first one, unless that is a change, a share or a budget's base."""
    money = [fact for fact in text.top if fact.quantity.is_money and not fact.is_base]
    return money[0] if money and money[0].role not in _NO_PART else None


def _sum(text: TextFacts, total: Fact, following: list[TextFacts]) -> Iterator[Sum]:
    """The parts in the paragraphs right behind: all with a number or all without one, as the first is written."""
    parts: list[Fact] = []
    style = None
    for other in following:
        part = _first(other)
        own = _style(other.text)
        style = own if style is None else style
        early = part is not None and part.quantity.start <= _FARTHEST and part.sentence[0] == 0
        if part is None or not early or part.family != total.family or own != style or own == _style(text.text) != "":
            break
        parts.append(part)
    made = [_made(total, parts[:count]) for count in range(len(parts), 1, -1)]
    chosen = next((each for each in made if each.holds), None) or next((e for e in made if e.bond is Bond.CLOSED), None)
    if chosen is None and made and _ALL.search(text.text) and len(parts) < len(following):
        whole = replace(made[0], bond=Bond.WHOLE)
        chosen = whole if whole.near or whole.slipped is not None else None
    if chosen is not None:
        yield chosen


def _made(total: Fact, parts: list[Fact]) -> Sum:
    family = family_of(parts)
    closed = family is not None and family.names(total)
    return Sum(total, tuple((1, part) for part in parts), Bond.CLOSED if closed else Bond.LIST)


def _style(text: str) -> str:
    """How a paragraph is numbered, by the mark around its number; "" where it is not."""
    match = _NUMBER.match(flat(text))
    return re.sub(r"[一二三四五六七八九十\d\s]", "", match[0]) if match else ""
