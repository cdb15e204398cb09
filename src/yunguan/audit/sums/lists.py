"""Lists that follow their total: after 其中, after a colon, or in brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from yunguan.audit.changes import direction
from yunguan.audit.facts import Fact, Role
from yunguan.audit.quantities import flat
from yunguan.audit.sums.families import family_of
from yunguan.audit.sums.sum import Bond, Sum

_MARKER = re.compile(
    r"其中|(?<!不)包含|在此之中|分别为|分别是|包括|(?:主要|具体)是|分为|具体为|细分为|构成为|(?:共|共计|分|含|包括)(?:为)?[两二三四五六七八九十\d]{1,2}(?:项|类|个|部分|块|笔)[^，,。；;:\d]{0,6}:|(?<=[元人户所家件亩项])中(?=[，,:])[，,:]|按[\u4e00-\u9fff]{1,8}:|(?<=[，,])(?:从|按照?|分)[\u4e00-\u9fff]{1,8}(?:看|划分|统计)[,，:]|按(?:照)?(?:支出)?(?:功能|经济|科目|用途|来源|资金性质|级次)(?:分类)?(?:科目)?(?:分|划分|看)?[,，]|由(?=[^，,。；;]{2,60}(?:构成|组成))"
)
_COLON = re.compile(r"\s*(?:\([^()]*\))?\s*:")
_BRACKET = re.compile(r"[()]")
_SUBSET = re.compile(r"\(?\s*(?:含|包含|其中含|包括)")
_ANOTHER = re.compile(
    r"[;；，,]\s*(?:再|另)?加(?:上)?(?!强|大|快|班|工|固)|(?:总计|合计|共计)(?:为|是|达)?$|[;；，,]\s*(?:截[至止]|到)(?:年底|月底|目前|年末|\d)[^，,；;]*$"
)
_KIND = re.compile(r"类$|[片校院厂园库辖城]区$|标段$|批次$")
_MAINLY = re.compile(r"(?:主要|具体)是$")
_RATES = {Role.SHARE, Role.RATE}
_OTHER = {Role.MEAN, Role.TARGET}
_FEWEST = 2
_NEAREST = 3


@dataclass(frozen=True)
class TextFacts:
    """The facts of one sentence."""

    facts: tuple[Fact, ...]

    @cached_property
    def text(self) -> str:
        return flat(self.facts[0].block.text)

    @cached_property
    def sentence(self) -> str:
        start, end = self.facts[0].sentence
        return self.text[start:end]

    @cached_property
    def top(self) -> tuple[Fact, ...]:
        """The facts outside of all brackets."""
        return tuple(fact for fact in self.facts if not self.bracket(fact))

    def bracket(self, fact: Fact) -> int:
        """Where the innermost bracket around a fact opens, 0 for none (a place counted from 1)."""
        return self.open_at(fact.quantity.start)

    def open_at(self, place: int) -> int:
        """Where the innermost bracket that is open at this place of the sentence opens, 0 for none."""
        turns, opened = self._brackets
        return opened[bisect_right(turns, place)]

    @cached_property
    def _brackets(self) -> tuple[list[int], list[int]]:
        """The places behind the sentence's brackets, and which is the innermost open one before, between and behind."""
        turns: list[int] = []
        innermost, outer = [0], [0]
        for match in _BRACKET.finditer(self.text, *self.facts[0].sentence):
            if match[0] == "(":
                outer.append(match.end())
            elif len(outer) > 1:
                outer.pop()
            turns.append(match.end())
            innermost.append(outer[-1])
        return turns, innermost


def lists(text: TextFacts) -> Iterator[Sum]:
    """The sums of one sentence that a word, a colon or a bracket binds; of several totals the one that fits."""
    for place in _starts(text):
        found = [_chosen(text, total, parts) for total, parts in _bound(text, place) if len(parts) >= _FEWEST]
        found = [each for each in found if each.holds or not _ended(text, [part for _, part in each.parts])]
        if not text.text[:place].rstrip(" :").endswith("其中") or any(_are_kinds(each) for each in found):
            found = [replace(each, bond=Bond.WHOLE) if each.bond is Bond.LIST else each for each in found]
        if found:
            yield next((each for each in found if each.holds), found[0])


def _are_kinds(each: Sum) -> bool:
    """True where every part is named as a kind of one thing: 产业类 and 培训类, 城东片区 and 城西片区."""
    ends = {match[0] if (match := _KIND.search(part.lead)) else "" for _, part in each.parts}
    return len(each.parts) >= _NEAREST and len(ends) == 1 and "" not in ends


def _bound(text: TextFacts, place: int) -> Iterator[tuple[Fact, list[Fact]]]:
    for total in _totals_before(text, place):
        yield total, _parts_after(text, place, total)


def _starts(text: TextFacts) -> Iterator[int]:
    """Where lists begin: behind 其中, behind the colon that follows a number, behind an opening bracket."""
    start, end = text.facts[0].sentence
    yield from (match.end() for match in _MARKER.finditer(text.text, start, end))
    for fact in text.facts:
        colon = _COLON.match(text.text, fact.quantity.end)
        if colon and colon.end() <= end:
            yield colon.end()
    for bracket in _BRACKET.finditer(text.text, start, end):
        opens = bracket[0] == "(" and not _MARKER.match(text.text, bracket.end())
        if opens and not _SUBSET.match(text.text, bracket.start()):
            yield bracket.end()


def _totals_before(text: TextFacts, place: int) -> list[Fact]:
    """The amounts before the list, the nearest first, outside of brackets that are already closed."""
    around = text.open_at(place)
    opens_bracket = around and not text.text[around:place].replace("其中", "").strip(":： ")
    level = text.open_at(around - 1) if opens_bracket else around
    before = [fact for fact in text.facts if fact.quantity.end <= place and text.bracket(fact) == level]
    before = [fact for fact in before if not _column(fact) and not fact.is_base]
    amounts = [fact for fact in before if not fact.quantity.is_rate and fact.role not in _OTHER]
    amounts = [fact for fact in amounts if fact.role is not Role.CHANGE or not _states(amounts, fact)]
    return amounts[: -_NEAREST - 1 : -1]


def _states(amounts: list[Fact], change: Fact) -> bool:
    """True where a change only comments on an amount that stands before it (预算 79 万元，减少 4 万元)."""
    before = [fact for fact in amounts if fact.quantity.start < change.quantity.start]
    return any(fact.role is not Role.CHANGE and fact.family == change.family for fact in before)


def _parts_after(text: TextFacts, place: int, total: Fact) -> list[Fact]:
    around = text.open_at(place)
    stop = _MARKER.search(text.text, place, text.facts[0].sentence[1])
    while stop and text.open_at(stop.start()) != around:
        stop = _MARKER.search(text.text, stop.end(), text.facts[0].sentence[1])
    end = stop.start() if stop else text.facts[0].sentence[1]
    inside = [fact for fact in text.facts if place <= fact.quantity.start < end and text.bracket(fact) == around]
    inside = _to_another(text, place, inside)
    if _MAINLY.search(text.text[:place]):
        inside = _to_semicolon(text, inside, least=1)
    return [_with_unit(fact, total) for fact in inside if _adds_to(total, fact)]


def _to_another(text: TextFacts, place: int, inside: list[Fact]) -> list[Fact]:
    """The amounts up to where another account begins: 总收入 9，其中地方 5；加上级补助 4，收入合计 9."""
    for index, fact in enumerate(inside):
        start = inside[index - 1].quantity.end if index else place
        if index and _ANOTHER.search(text.text[start : fact.quantity.start].rstrip()):
            return inside[:index]
    return inside


def _adds_to(total: Fact, part: Fact) -> bool:
    if part.lead.startswith(("含", "内含", "包含")):
        return False
    if part.role in _OTHER or part.quantity.is_rate or part.quantity.bound or part.is_base:
        return False
    same_side = (part.role is Role.CHANGE) == (total.role is Role.CHANGE)
    same_year = part.role is not Role.LAST_YEAR or total.role is Role.LAST_YEAR
    return same_side and same_year and (part.family == total.family or _bare(part))


def _bare(part: Fact) -> bool:
    """A named part printed without a unit takes the unit of its total."""
    return part.quantity.unit == "" and bool(part.before) and not part.behind and not _column(part)


def _column(fact: Fact) -> bool:
    """True for one of several columns set off by slashes: neither a total nor a part."""
    text, quantity = flat(fact.block.text), fact.quantity
    return "/" in text[: quantity.start].rstrip()[-1:] + text[quantity.end :].lstrip()[:1]


def _with_unit(part: Fact, total: Fact) -> Fact:
    if part.quantity.unit:
        return part
    return replace(part, quantity=replace(part.quantity, unit=total.quantity.unit))


def _chosen(text: TextFacts, total: Fact, parts: list[Fact]) -> Sum:
    """The longest run of parts that makes up the total; where none does, the run up to the first semicolon."""
    besides = _besides(text, total)
    made = [_sum(total, parts[:count], besides) for count in range(len(parts), 1, -1)]
    held = next((each for each in made if each.holds), None)
    return held or _sum(total, _to_semicolon(text, parts), besides)


def _ended(text: TextFacts, parts: list[Fact]) -> bool:
    """True where a semicolon stands behind the first part only: 发现 90 处，其中重大 7 处；整改 80 处，10 处顺延.

    Of two parts the second then has a list of its own: 甲类 90 人，其中规范管理 70 人；乙类 80 人，其中规范管理 60 人.
    """
    if len(parts) == _FEWEST and ";" in text.text[parts[0].quantity.end : parts[1].quantity.start]:
        return bool(_MARKER.match(text.text[parts[1].quantity.end :].lstrip(" ,，")))
    marks = [";" in text.text[one.quantity.end : other.quantity.start] for one, other in pairwise(parts)]
    return len(marks) > 1 and marks[0] and not any(marks[1:])


def _to_semicolon(text: TextFacts, parts: list[Fact], least: int = _FEWEST) -> list[Fact]:
    for count in range(least, len(parts)):
        between = text.text[parts[count - 1].quantity.end : parts[count].quantity.start]
        if ";" in between:
            return parts[:count]
    return parts


def _sum(total: Fact, parts: list[Fact], besides: tuple[Fact, ...]) -> Sum:
    family = family_of(parts)
    closed = family is not None and family.names(total)
    signed = tuple((_sign(total, part), part) for part in parts)
    return Sum(total, signed, Bond.CLOSED if closed else Bond.LIST, besides)


def _sign(total: Fact, part: Fact) -> int:
    """-1 for a part that grew where the total fell, 减少 3 万元，其中培训费增加 1 万元, and for one cut."""
    if total.role is not Role.CHANGE:
        return -1 if part.role is Role.CUT and total.role is not Role.CUT else 1
    whole, own = direction(total.lead), direction(part.lead)
    return 1 if whole is None or own is None or whole is own else -1


def _besides(text: TextFacts, total: Fact) -> tuple[Fact, ...]:
    """What a bracket directly behind the total says is counted in: 108 所（含一所…）."""
    if not _SUBSET.match(text.text[total.quantity.end :].lstrip()):
        return ()
    opened = text.text.index("(", total.quantity.end) + 1 if "(" in text.text[total.quantity.end :] else 0
    return tuple(fact for fact in text.facts if opened and text.bracket(fact) == opened and fact.family == total.family)
