"""Totals that follow their parts: 本年收入 …，年初结转 …，总计 …."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yunguan.audit.facts import Fact, Role
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import Bond, Sum

_TOTAL = re.compile(r"(?:总计|合计|共计|总额|总数|累计|(?<=[，,、])?共[\u4e00-\u9fff]{0,5})(?:为|是|达|达到)*$")
_PLAIN = re.compile(r"^(?:[两三四五六七八九]项|以上|上述)?(?:总计|合计|共计|累计)(?:为|是|达)?$")
_ADDS = re.compile(r"^(?:再|另)?加(?:上)?(?!强|大|快|班|工|固)")
_ALL = re.compile(r"(?:[两三四五六七八九]项|以上|上述)(?:总计|合计|共计)")
_ACCOUNT = re.compile(r"收入|支出|结转|结余|总计|合计")
_OTHER = {Role.CHANGE, Role.TARGET, Role.MEAN, Role.RATE, Role.SHARE}
_CUT = re.compile(r"[;；]")
_ADDED = re.compile(r"(?:合计|总计|共计)(?:为|是|达|有)?$")
_OF_WHICH = re.compile(r"其中\s*[:：,，]?\s*[^，,。；;\d]*$")
_NEXT = re.compile(r"[、，,和及]\s*[\u4e00-\u9fff]{2,10}\s*")
_FEWEST = 2


def trailing(text: TextFacts) -> Iterator[Sum]:
    """The sums of one sentence whose total stands last, each between two semicolons."""
    before: list[Fact] = []
    for segment in _segments(text):
        led = bool(segment) and bool(_ADDS.match(segment[0].lead))
        yield from _with_base(segment, before) if led and before else ()
        before = segment
        for index, total in enumerate(() if led else segment):
            parts = [part for part in segment[:index] if not _OF_WHICH.search(text.text[: part.quantity.start])]
            nested = len(parts) < index
            if index >= _FEWEST and _TOTAL.search(total.lead) and _all_parts(parts, total):
                account = all(_ACCOUNT.search(fact.lead) for fact in segment[: index + 1]) and len(parts) == _FEWEST
                said = Bond.TRAILING if _PLAIN.search(total.lead) or _side_by_side(text, total, parts) else Bond.LIST
                made = Sum(total, tuple((1, part) for part in parts), Bond.CLOSED if account else said)
                yield from [made] if made.holds or not nested else []
                break


def _side_by_side(text: TextFacts, total: Fact, parts: list[Fact]) -> bool:
    """True for counts of things told in one breath: 卫生院 14 家、卫生室 186 家，机构合计 200 家."""
    counted = all(not part.quantity.is_money and part.quantity.unit and part.value < total.value for part in parts)
    gaps = (text.text[one.quantity.end : other.quantity.start] for one, other in pairwise(parts))
    return counted and bool(_ADDED.search(total.lead)) and all(_NEXT.fullmatch(gap) for gap in gaps)


def _with_base(segment: list[Fact], before: list[Fact]) -> Iterator[Sum]:
    """总收入 9，其中地方收入 5；加上级补助 4，收入合计 9: what is added to stands before the semicolon."""
    index = next((i for i, fact in enumerate(segment) if i and _TOTAL.search(fact.lead)), 0)
    parts = segment[:index]
    bases = [fact for fact in reversed(before) if fact.role not in _OTHER and fact.family == segment[index].family]
    if not index or not bases or not _all_parts(parts, segment[index]):
        return
    made = [Sum(segment[index], tuple((1, part) for part in (base, *parts)), Bond.LIST) for base in bases]
    yield next((each for each in made if each.holds), made[0])


def _segments(text: TextFacts) -> Iterator[list[Fact]]:
    held: list[Fact] = []
    whole = any(_ALL.search(fact.lead) for fact in text.top)
    for fact in (fact for fact in text.top if not fact.quantity.is_rate):
        cut = _CUT.search(text.text[held[-1].quantity.end : fact.quantity.start]) if held else None
        if cut and not whole:
            yield held
            held = []
        held.append(fact)
    if held:
        yield held


def _all_parts(parts: list[Fact], total: Fact) -> bool:
    """Parts are plain amounts of the total's family, none of them itself a total with a list behind it."""
    plain = all(part.family == total.family and part.role not in _OTHER and not part.quantity.bound for part in parts)
    carried = all(part.role is not Role.LAST_YEAR or "结转" in part.lead for part in parts)
    listed = any(re.search(r"其中|包括|占", part.lead) for part in parts)
    heads = sum(bool(re.search(r"总计$|总额$", part.lead)) for part in parts)
    return plain and carried and not listed and not heads
