"""占比等于部分除以总数: a share against its part and the total that it is a share of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yunguan.audit.compare import rate_verdict
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import rate_interval, ratio
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import sentences, sums
from yunguan.core.finding import Conflict, Contradiction, Doubt, Relation

_SHARE = re.compile(r"(?:所?占(?P<whole>.{0,20}?)(?:的比例|的比重|比例|比重|比|的)?|比重|占比|所占比例)(?:分别)?(?:约)?(?:为|是|达到|达|约)*$")
_TOTAL = re.compile(r"^(?:全年|本年|年度|总|全部)+|(?:合计|总额|总计|决算|总数|的)+$")
_NOT_AMOUNTS = {Role.CHANGE, Role.LAST_YEAR, Role.TARGET, Role.MEAN}
_AMONG, _PLAIN_SHARE = re.compile(r"其中|中[，,]"), re.compile(r"^占(?:比)?(?:为|达到?|约)?$")
_SHORTEST = 2


@rule("占比等于部分除以总数")
def share_of_total(document: Document) -> Iterator[Verdict]:
    """A share is its part over the total that the text names or that heads the list the part stands in."""
    wholes = {id(part): each.total for each in sums(document) for _, part in each.parts}
    earlier: list[Fact] = []
    for text in sentences(document.facts):
        if earlier and earlier[0].block is not text.facts[0].block:
            earlier = []
        yield from _of_sentence(text.facts, earlier, wholes)
        earlier = [*earlier, *text.facts]


def _of_sentence(facts: Sequence[Fact], earlier: list[Fact], wholes: dict[int, Fact]) -> Iterator[Verdict]:
    proved: Fact | None = None
    respectively = _respectively(facts)
    for index, share in enumerate(facts):
        if not _is_share(share) and index not in respectively:
            continue
        part = next((fact for fact in reversed(facts[:index]) if not fact.quantity.is_rate), None)
        part = respectively.get(index, part)
        if part is None or (index not in respectively and not _directly(part, share)):
            continue
        before = [*earlier, *facts[:index]]
        verdict, whole = _judged(share, part, before, (wholes.get(id(part)), proved))
        if isinstance(verdict, Relation):
            proved = whole
        if verdict is not None:
            yield verdict


def _respectively(facts: Sequence[Fact]) -> dict[int, Fact]:
    """The parts of shares told together: 甲、乙 分别为 60 万元、40 万元，分别占 60 %、40 %."""
    found: dict[int, Fact] = {}
    for index, first in enumerate(facts):
        if not first.quantity.is_rate or "分别" not in first.lead or "占" not in first.lead:
            continue
        end = index
        while end < len(facts) and facts[end].quantity.is_rate:
            end += 1
        count = end - index
        parts = [fact for fact in facts[:index] if not fact.quantity.is_rate][-count:]
        if len(parts) == count > 1:
            found.update(dict(zip(range(index, end), parts, strict=True)))
    return found


def _is_share(fact: Fact) -> bool:
    if not fact.quantity.is_rate:
        return False
    text = flat(fact.block.text)
    bracketed = text[: fact.quantity.start].rstrip()[-1:] == "(" and text[fact.quantity.end :].lstrip()[:1] == ")"
    return bracketed or bool(_SHARE.search(fact.lead))


def _directly(part: Fact, share: Fact) -> bool:
    """Between the part and its share stand only a comma, a bracket and the words of the share."""
    between = flat(part.block.text[part.quantity.end : share.quantity.start])
    return (
        part.block is share.block
        and not re.search(r"[。；;]", between)
        and between.count(",") + between.count("，") <= 1
    )


def _judged(
    share: Fact, part: Fact, before: list[Fact], bound: tuple[Fact | None, Fact | None]
) -> tuple[Verdict | None, Fact | None]:
    amounts = [
        fact
        for fact in before
        if fact is not part
        and fact.family == part.family
        and fact.value >= part.value
        and fact.role not in _NOT_AMOUNTS
    ]
    named = _named(share, amounts)
    listed, proved = bound
    certain = named or proved or listed
    held = next(
        (fact for fact in (certain, *reversed(amounts)) if fact is not None and _holds(share, part, fact)), None
    )
    only = amounts[-1] if _only_whole(share, part, amounts) else None
    whole = held or certain or only
    if whole is None:
        return None, None
    given = ratio(part, whole)
    if given is None:
        return None, None
    kind = Contradiction if named or proved else Conflict
    verdict = rate_verdict(share, given, (part, whole), f"{part.quantity.text}÷{whole.quantity.text}", kind)
    if isinstance(verdict, Conflict) and listed is None and only is None:
        return Doubt(message=verdict.message, places=verdict.places), whole
    return verdict, whole


def _only_whole(share: Fact, part: Fact, amounts: list[Fact]) -> bool:
    """True where the sentence has one amount that the share can be of, and says that the part is in it."""
    own = [fact for fact in amounts if fact.block is part.block and fact.sentence == part.sentence]
    said = part.block.text[part.sentence[0] : part.quantity.start]
    return len(own) == 1 and own == amounts[-1:] and bool(_AMONG.search(said)) and bool(_PLAIN_SHARE.search(share.lead))


def _holds(share: Fact, part: Fact, whole: Fact) -> bool:
    given = ratio(part, whole)
    return given is not None and rate_interval(share).overlaps(given)


def _named(share: Fact, amounts: list[Fact]) -> Fact | None:
    match = _SHARE.search(share.lead)
    name = (match["whole"] or "").strip().removesuffix("的") if match else ""
    if len(name) < _SHORTEST:
        return None
    alike = (
        fact
        for fact in reversed(amounts)
        if fact.subject.endswith(name) or _TOTAL.sub("", fact.subject) == _TOTAL.sub("", name)
    )
    return next(alike, None)
