"""比率等于计数之比: a stated rate against the counts that it is made of, beside it or in another section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, product

from yunguan.audit.binding import names, qualifier, said_before, same_scope, same_subject, shared_term
from yunguan.audit.facts import Fact, Role
from yunguan.audit.printing import printed
from yunguan.audit.rates import Rate, rate_of
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Contradiction, Doubt, Finding, Hint, Operand, Place, Relation

_HUNDRED = Decimal(100)
_PLACES = 2


@dataclass(frozen=True)
class Comparison:
    """A stated rate, the two counts it should follow from, and the number of sessions where the text gives one."""

    rate: Rate
    stated: Fact
    part: Fact
    whole: Fact
    sessions: Fact | None = None

    @property
    def pooled(self) -> Decimal:
        """The rate of the counts together, in per cent."""
        share = self.part.value / self.whole.value
        return (1 - share if self.rate.complement else share) * _HUNDRED

    @property
    def holds(self) -> bool:
        quantity = self.stated.quantity
        return quantity.low <= self.pooled <= quantity.high

    @property
    def cut_off(self) -> bool:
        """True where the stated rate is within one unit of its last place: cut off instead of rounded."""
        return abs(self.pooled - self.stated.quantity.value) <= self.stated.quantity.step

    @property
    def per_session(self) -> bool:
        return self.stated.role is Role.MEAN

    def mean_can_be(self) -> bool:
        """True where some split into sessions has the stated rate as its unweighted mean."""
        low, high = _mean_bounds(self.whole.value, self.pooled, self.sessions)
        return self.stated.quantity.high >= low and self.stated.quantity.low <= high


@rule("比率等于计数之比")
def rate_from_counts(document: Document) -> Iterator[Verdict]:
    """A rate must follow from the counts it is made of, wherever in the document they stand.

    Counts of one text are pooled; an unweighted mean over sessions is another number, and a text that means it
    must say so.
    """
    sentences = [tuple(group) for _, group in groupby(document.facts, key=_sentence)]
    for stated in document.facts:
        if _UNWEIGHTED.search(_clause(stated)):
            continue
        rate = rate_of(stated) if stated.quantity.is_rate and stated.role in {Role.RATE, Role.MEAN} else None
        if rate is not None and not rate.of_budget:
            yield from _judged(rate, stated, sentences)
        elif stated.quantity.is_rate and stated.role is Role.RATE and rate is None:
            yield from _adjacent(stated, sentences)


def _sentence(fact: Fact) -> tuple[int, int]:
    return id(fact.block), fact.sentence[0]


def _judged(rate: Rate, stated: Fact, sentences: list[tuple[Fact, ...]]) -> Iterator[Verdict]:
    beside = _beside(rate, stated, sentences)
    if beside:
        yield _verdict(beside, near=True) if not _other_whole(beside, sentences) else _open(beside[0])
        return
    of_others = qualifier(stated) and _comparisons(rate, stated, list(_own(stated, sentences)))
    adjacent = [] if of_others else list(_adjacent(stated, sentences))
    if adjacent:
        yield from adjacent
        return
    bound = [group for group in sentences if _bound(rate, stated, group)]
    compared = [each for group in bound for each in _comparisons(rate, stated, list(group))]
    if compared:
        yield _verdict(compared, near=False)


def _clause(stated: Fact) -> str:
    """The words from the last semicolon, full stop or comma but one to a little behind the rate."""
    text = stated.block.text
    return (
        re.split(r"[；;。，,]", text[stated.sentence[0] : stated.quantity.start])[-1] + text[stated.quantity.end :][:8]
    )


def _own(stated: Fact, sentences: list[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    return next((group for group in sentences if _sentence(group[0]) == _sentence(stated)), ())


def _beside(rate: Rate, stated: Fact, sentences: list[tuple[Fact, ...]]) -> list[Comparison]:
    """The comparisons within the rate's own sentence; a rate of some others among them is left alone."""
    own = _own(stated, sentences)
    before = [fact for fact in own if fact.quantity.start < stated.quantity.start or _in_bracket_behind(stated, fact)]
    before = _bracketed(stated, own) or before
    whose = qualifier(stated)
    clause = [fact for fact in before if fact.quantity.end > _clause_start(stated) and not fact.quantity.is_rate]
    counted = [each for each in _comparisons(rate, stated, before) if not clause or each.part in clause]
    if not counted and not any(_alike_unit(fact) for fact in before):
        counted = _comparisons(rate, stated, _after(stated, own))
    if not whose or _bracketed(stated, own):
        return counted
    return [each for each in counted if names(whose, each.part.subject + each.whole.subject)]


def _bracketed(stated: Fact, own: tuple[Fact, ...]) -> list[Fact]:
    """The counts of a bracket that opens right behind the rate, where it holds the whole and the part."""
    text = stated.block.text
    opened = re.match(r"\s*[（(]", text[stated.quantity.end :])
    if opened is None:
        return []
    start = stated.quantity.end + opened.end()
    end = next((i for i in range(start, len(text)) if text[i] in "）)"), len(text))
    inside = [fact for fact in own if start <= fact.quantity.start < end and not fact.quantity.is_rate]
    return inside if len(inside) >= _FEWEST else []


def _alike_unit(fact: Fact) -> bool:
    """True for a count, which a rate before it may rest on; sessions and years are none."""
    return not fact.quantity.is_rate and fact.quantity.unit not in {"", "场", "期", "次"}


def _after(stated: Fact, own: tuple[Fact, ...]) -> list[Fact]:
    """The counts behind a rate that opens its sentence, up to the next semicolon."""
    text = stated.block.text
    end = next((i for i in range(stated.quantity.end, len(text)) if text[i] in "。；;"), len(text))
    return [fact for fact in own if stated.quantity.end <= fact.quantity.start < end and not fact.quantity.is_rate]


def _in_bracket_behind(stated: Fact, fact: Fact) -> bool:
    """True for a count in the bracket that opens right behind the rate: 到位率 95%（应到位 20 万元）."""
    between = stated.block.text[stated.quantity.end : fact.quantity.start] if fact.block is stated.block else ""
    return bool(re.match(r"\s*[（(][^（）()，。；]*$", between)) and fact.quantity.start > stated.quantity.end


_UNWEIGHTED = re.compile(r"简单平均|算术平均|未按.{0,4}加权|未加权|不加权|按[期场次班]平均|各[期场次班].{0,8}平均")
_NAME = re.compile(r"([\u4e00-\u9fff]{2,12}?)(?:率|度|比例|比重)")
_FEWEST = 2
_NOT_COUNTED = {Role.CHANGE, Role.LAST_YEAR, Role.MEAN, Role.TARGET}


def _adjacent(stated: Fact, sentences: list[tuple[Fact, ...]]) -> Iterator[Verdict]:
    """A rate right behind the count that its name repeats: 受训 90 人，受训比例 90 %; the whole stands before."""
    name = _NAME.search(stated.lead)
    counted = [f for f in _own(stated, sentences) if not f.quantity.is_rate and f.role not in _NOT_COUNTED]
    before = [fact for fact in counted if _clause_start(stated) < fact.quantity.end <= stated.quantity.start]
    inside = _bracketed(stated, tuple(counted))
    if inside or len(before) < _FEWEST:
        before = sorted(inside, key=lambda fact: -fact.value) or _behind(stated, counted)
    if name is None or len(before) < _FEWEST or stated.quantity.bound:
        return
    part = before[-1]
    words = part.lead + part.behind
    fraction = inside and re.match(r"\s*[/／]", part.block.text[min(f.quantity.end for f in inside) :])
    if not fraction and len(shared_term(name[1], words)) < _FEWEST and not all(char in words for char in name[1][-2:]):
        return
    rate = Rate(re.compile(name[1]), re.compile("."), re.compile("."))
    wholes = [fact for fact in before[:-1] if _alike(part, fact) and fact.value > 0]
    compared = [Comparison(rate, stated, part, whole) for whole in reversed(wholes)]
    if compared and (inside or any(each.holds or _one_digit(each) for each in compared)):
        yield _verdict(compared, near=True)
    elif compared:
        yield _open(compared[0])


def _one_digit(found: Comparison) -> bool:
    """True where one changed digit of the rate or of a count makes them agree."""
    quantity = found.stated.quantity
    places = max(0, -int(quantity.step.normalize().as_tuple().exponent))
    for rate in _digits(f"{quantity.value:.{places}f}"):
        if abs(rate - found.pooled) <= quantity.step / 2:
            return True
    ratios = [(part, found.whole.value) for part in _digits(str(found.part.value))]
    ratios += [(found.part.value, whole) for whole in _digits(str(found.whole.value)) if whole]
    return any(quantity.low <= part / whole * _HUNDRED <= quantity.high for part, whole in ratios)


def _digits(printed_number: str) -> Iterator[Decimal]:
    """The numbers that differ from this one in one digit."""
    for index, sign in enumerate(printed_number):
        if sign.isdigit():
            for other in "0123456789":
                yield Decimal(printed_number[:index] + other + printed_number[index + 1 :])


def _clause_start(stated: Fact) -> int:
    """Where the semicolon before the rate stands; the counts behind it go before those in front of it."""
    text = stated.block.text
    return max(text.rfind("；", 0, stated.quantity.start), text.rfind(";", 0, stated.quantity.start))


def _behind(stated: Fact, counted: list[Fact]) -> list[Fact]:
    """Two counts right behind the rate, the whole and the part: 办结率 90 %（受理 20 件，办结 18 件）."""
    text = stated.block.text
    end = next((i for i in range(stated.quantity.end, len(text)) if text[i] in "。；;"), len(text))
    behind = [fact for fact in counted if stated.quantity.end <= fact.quantity.start < end]
    if len(behind) != _FEWEST or not _alike(*behind):
        return []
    return sorted(behind, key=lambda fact: -fact.value)


def _bound(rate: Rate, stated: Fact, group: tuple[Fact, ...]) -> bool:
    if _sentence(group[0]) == _sentence(stated) or not rate.parts(list(group)) or not rate.wholes(list(group)):
        return False
    if same_subject(stated, group):
        return True
    follows = group[0].block is stated.block and group[0].sentence[1] == stated.sentence[0]
    bare = not qualifier(stated) and stated.block.text[stated.sentence[0] : stated.quantity.start].count("，") == 0
    return follows and bare and same_scope(said_before(stated), said_before(group[-1]))


def _comparisons(rate: Rate, stated: Fact, facts: list[Fact]) -> list[Comparison]:
    """Every part with every whole; where some parts are no greater than their whole, only these."""
    sessions = next((fact for fact in facts if fact.quantity.unit in {"场", "期", "场次", "次"}), None)
    pairs = product(rate.parts(facts), rate.wholes(facts))
    alike = [(part, whole) for part, whole in pairs if part is not whole and _alike(part, whole) and whole.value > 0]
    alike = [pair for pair in alike if rate.part.search(pair[1].subject) is None or pair[1].value >= pair[0].value]
    fit = [pair for pair in alike if pair[0].value <= pair[1].value] or alike
    return [Comparison(rate, stated, part, whole, sessions) for part, whole in fit]


def _alike(part: Fact, whole: Fact) -> bool:
    people = {"人", "人次", "个"} if "编制" in whole.lead else {"人", "人次"}
    return part.family == whole.family or {part.family, whole.family} <= people


def _fits(part: Fact, whole: Fact) -> bool:
    return _alike(part, whole) and whole.value > 0 and part.value <= whole.value


def _verdict(compared: list[Comparison], *, near: bool) -> Verdict:
    """Any pair of counts that gives the rate settles it; of several that do not, the nearest is told as a conflict."""
    held = next((each for each in compared if each.holds), None)
    if held is not None:
        return Relation(places=_places(held), operands=_operands(held))
    first = compared[0] if len(compared) == 1 else _nearest(compared)
    if first.cut_off:
        return _finding(Hint, first, "像是去尾而不是四舍五入，请核对尾数")
    if len(compared) > 1:
        if not near:
            return _open(first)
        return _finding(Conflict, first, "只有比率另有分母时才能同时成立，同句各数都得不出这个比率，请核对或写明")
    return _mismatch(first, near=near)


def _nearest(compared: list[Comparison]) -> Comparison:
    """The pair whose whole stands last before its part."""
    return max(
        compared, key=lambda each: (each.whole.quantity.start < each.part.quantity.start, each.whole.quantity.start)
    )


def _open(found: Comparison) -> Doubt:
    return Doubt(message=f"{_said(found)}；文中有几组计数都可能是它的来源，没有判定", places=_places(found))


def _other_whole(compared: list[Comparison], sentences: list[tuple[Fact, ...]]) -> bool:
    """True where none of the named counts gives the rate, but another count of the same sentence does."""
    first = compared[0]
    own = _own(first.stated, sentences)
    others = [fact for fact in own if fact is not first.part and not fact.quantity.is_rate and _fits(first.part, fact)]
    return not any(each.holds for each in compared) and any(replace(first, whole=fact).holds for fact in others)


def _mismatch(found: Comparison, *, near: bool) -> Finding:
    if found.per_session and found.mean_can_be():
        return _finding(
            Conflict,
            found,
            "只有各场人数极不均衡、又按场简单平均（不按人数加权）时，这两处才能同时成立，文中没有写明这一口径，请核对或写明",
        )
    if found.per_session and not near:
        return _finding(
            Contradiction, found, "无论各场人数怎样分布，按场平均也得不出这个数，这两处不能同时成立，请核对"
        )
    return _finding(Contradiction, found, "这两处不能同时成立，请核对")


def _mean_bounds(whole: Decimal, pooled: Decimal, sessions: Fact | None) -> tuple[Decimal, Decimal]:
    """The least and greatest unweighted mean (in per cent) of sessions whose pooled rate is this one.

    The mean is greatest when as many sessions as possible hold one person who adds to the rate.
    """
    count = sessions.value if sessions is not None and sessions.value > 1 else whole
    concerned = whole * pooled / _HUNDRED
    return _HUNDRED - _greatest_mean(whole, whole - concerned, count), _greatest_mean(whole, concerned, count)


def _greatest_mean(whole: Decimal, concerned: Decimal, count: Decimal) -> Decimal:
    single = min(concerned, count - 1)
    rest = (concerned - single) / (whole - single) if whole > single else Decimal(0)
    return (single + rest) / count * _HUNDRED


def _finding(kind: type[Finding], found: Comparison, verdict: str) -> Finding:
    return kind(  # type: ignore[call-arg]  # each kind brings its own severity
        message=f"{_said(found)}；{verdict}。",
        places=_places(found),
        operands=_operands(found),
        expected=f"{_percent(found.pooled)}%",
        stated=found.stated.quantity.text,
        difference=f"{_percent(found.stated.quantity.value - found.pooled)}个百分点",
    )


def _said(found: Comparison) -> str:
    part, whole = found.part.quantity.text, found.whole.quantity.text
    formula = f"（{whole}－{part}）÷{whole}" if found.rate.complement else f"{part}÷{whole}"
    sessions = f"{found.sessions.quantity.text}合并计算，" if found.per_session and found.sessions else ""
    return (
        f"“{found.stated.quote}”与“{found.whole.quote}”“{found.part.quote}”不符：{sessions}"
        f"{formula}＝{_percent(found.pooled)}%，写的是{found.stated.quantity.text}"
    )


def _percent(value: Decimal) -> str:
    return printed(round(value, _PLACES))


def _places(found: Comparison) -> tuple[Place, ...]:
    return tuple(dict.fromkeys((found.stated.place, found.whole.place, found.part.place)))


def _operands(found: Comparison) -> tuple[Operand, ...]:
    sessions = (found.sessions.operand,) if found.sessions is not None and found.per_session else ()
    return (found.stated.operand, found.whole.operand, found.part.operand, *sessions)
