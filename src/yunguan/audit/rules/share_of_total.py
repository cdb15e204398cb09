"""占比等于部分除以总数: a share against its part and the total that it is a share of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yunguan.audit.compare import rate_verdict
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import HUNDRED, Interval, finest_step, printed_as, rate_interval, ratio
from yunguan.audit.items import canonical
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.sums.find import sums, texts_of
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import Bond, Sum
from yunguan.core.finding import Conflict, Contradiction, Doubt, Relation

_SHARE = re.compile(
    r"(?:所?占(?P<whole>.{0,20}?)(?:的比例|的比重|比例|比重|比|的)?|比重|占比|所占比例)(?:分别)?(?:约)?(?:为|是|达到|达|约)*$"
)
_TOTAL = re.compile(
    r"^(?:(?:全[年县市区省]|本[年级地]|年度|总|全部|地方|累计)+)|(?:合计|总额|总计|决算|预算|总数|支出|累计|完成|的)+$"
)
_NOT_AMOUNTS = {Role.CHANGE, Role.LAST_YEAR, Role.TARGET, Role.MEAN}
_AMONG, _PLAIN_SHARE = re.compile(r"其中|中[，,]"), re.compile(r"^占(?:比)?(?:为|达到?|约)?$")
_TOTALS = {"本年收入", "本年支出", "收入总计", "支出总计", "政府采购支出"}
_OTHER_SHARES = re.compile(r"[,，]\s*(?:占|完成|为)[^,，。；;]{0,20}?\d[\d.]*\s*%(?=\s*[,，])")
_BRACKET = re.compile(r"\([^()]*\)")
_CALLED = re.compile(
    r"(?:其中|而|且)?((?!所|比重|比例|分别|合计|共计|约|其|已|仅|各|同比)[\u4e00-\u9fff“”]{2,12}?)(?:所)?占"
)
_PRONOUNS = {"前者": -2, "后者": -1}
_AMONG_ACCOUNTS = re.compile(r"^[^，,。；;]{0,30}(?:决算|执行|支出)中\s*[，,:：]")
_TWO_TOGETHER = re.compile(r"\d[^，,。；;\d]{0,8}[)）]?[和与及][^，,。；;\d]*$")  # 甲（9 起）和乙（10 起）占 10 %
_SHARES, _CHANGED = re.compile("占|比重|比例|占比"), re.compile("同比|环比|增长|下降|提高|降低|增加|减少")
_FAR = 6
_SHORTEST = 2


@rule(
    "占比等于部分除以总数",
    why="占比等于部分除以总数。",
    compares="“占……的百分之几”“占比”与它前面的金额，以及文中指明的总数、该项所在清单的总数或唯一的收支总数。",
    silent="总数没有写出来，或者看不出是占什么时，不核对。",
    caught="全年支出 200.00 万元，其中：基本支出 150.00 万元，占 75.00%；项目支出 50.00 万元，占 35.00%。",
    passed="全年支出 200.00 万元，其中：基本支出 150.00 万元，占 75.00%；项目支出 50.00 万元，占 25.00%。",
    remedy="用部分除以总数重新计算；占的是别的总数的，写明是占什么。",
)
def share_of_total(document: Document) -> Iterator[Verdict]:
    """A share is its part over the total that the text names or that heads the list the part stands in."""
    wholes = {id(part): each.total for each in document.once(sums) if _trusted(each) for _, part in each.parts}
    totals = {id(whole) for whole in wholes.values()}
    earlier: list[Fact] = []
    texts = document.once(texts_of)
    for index, text in enumerate(texts):
        if earlier and earlier[0].block is not text.facts[0].block:
            earlier = []
        wholes |= _told_before(text, texts[max(0, index - _FAR) : index])
        yield from _of_sentence(text, earlier, wholes, totals)
        earlier = [*earlier, *text.facts]


def _trusted(each: Sum) -> bool:
    """True for a sum that holds, nearly holds or must hold: its total is the whole of its parts."""
    return each.holds or each.rounding or each.near or each.bond in {Bond.CLOSED, Bond.TRAILING}


def _told_before(text: TextFacts, before: Sequence[TextFacts]) -> dict[int, Fact]:
    """The whole of parts with shares that together come to what was executed, stated a few sentences before.

    2021年三公决算 42 万元。…决算中，接待费 30 万元，占 71.43 %；车辆 12 万元，占 28.57 %。
    """
    parts = [part for part, _ in _with_plain_shares(text)]
    amounts = [fact for fact in text.top if fact.quantity.is_money and fact.role not in _NOT_AMOUNTS]
    told = sum((fact.value for fact in amounts), Decimal(0))
    if not parts or not told or not _AMONG_ACCOUNTS.search(text.sentence):
        return {}
    near = [fact for other in before for fact in other.top if fact.role in {Role.EXECUTED, Role.STATED}]
    whole = next((fact for fact in reversed(near) if fact.quantity.is_money and fact.value == told), None)
    return {} if whole is None else {id(part): whole for part in parts}


def _of_sentence(text: TextFacts, earlier: list[Fact], wholes: dict[int, Fact], totals: set[int]) -> Iterator[Verdict]:
    facts = text.facts
    proved: Fact | None = None
    respectively = _respectively(facts, totals)
    yield from _of_named_wholes(facts)
    led, elsewhere = None, False
    for index, share in enumerate(facts):
        if not _is_share(share) and index not in respectively:
            continue
        if _whole_name(share):
            led = _named(share, [fact for fact in (*earlier, *facts[:index]) if not fact.quantity.is_rate])
            elsewhere = led is None
        elif elsewhere and proved is None:
            continue
        amounts = [fact for fact in facts[:index] if _beside(text, fact, share)]
        called = _CALLED.match(share.lead)
        part = _by_name(called[1], amounts) if called else (amounts[-1] if amounts else None)
        part = respectively.get(index) or _behind(share, facts[index + 1 :]) or part
        bound = called is not None or index in respectively
        if part is None or not (bound or _directly(part, share)):
            continue
        before = [fact for fact in (*earlier, *facts[:index]) if fact is not part]
        verdict, whole = _judged(share, part, before, (wholes.get(id(part)), proved or led))
        if isinstance(verdict, Relation):
            proved = whole
        if verdict is None or isinstance(verdict, Doubt):
            verdict = _of_listed(share, part, _complete(text)) or verdict
        if verdict is not None:
            yield verdict


def _complete(text: TextFacts) -> list[Fact]:
    """The parts of a sentence whose shares make up 100 %: together they are the whole; [] where they do not."""
    pairs = _with_plain_shares(text)
    told = sum((share.quantity.value for _, share in pairs), Decimal(0))
    slack = sum((share.quantity.step for _, share in pairs), Decimal(0)) / 2
    alike = len({part.family for part, _ in pairs}) == 1
    return [part for part, _ in pairs] if len(pairs) > 1 and alike and abs(told - HUNDRED) <= slack else []


def _with_plain_shares(text: TextFacts) -> list[tuple[Fact, Fact]]:
    """The amounts with the shares right behind them that name no whole."""
    return [
        (part, share)
        for part, share in zip(text.facts, text.facts[1:], strict=False)
        if _is_share(share) and not part.quantity.is_rate and not _whole_name(share) and _directly(part, share)
        if not _TWO_TOGETHER.search(text.text[: part.quantity.start])
    ]


def _of_listed(share: Fact, part: Fact, parts: list[Fact]) -> Verdict | None:
    """A share of the sum of the parts whose shares make up 100 %."""
    whole = sum((each.value for each in parts), Decimal(0))
    if not any(each is part for each in parts) or not whole or not part.value:
        return None
    step = finest_step(*parts)
    spread = step * len(parts) / 2
    own = printed_as(part, step)
    given = Interval(max(own.low, Decimal(0)) / (whole + spread) * HUNDRED, own.high / (whole - spread) * HUNDRED)
    formula = f"{part.quantity.text}÷（{'＋'.join(each.quantity.text for each in parts)}）"
    return rate_verdict(share, given, parts, formula, Conflict)


def _by_name(name: str, amounts: list[Fact]) -> Fact | None:
    """The part that the words before 占 call by name or by 前者 and 后者, None where they call none of the amounts."""
    if name in _PRONOUNS and len(amounts) > 1:
        return amounts[_PRONOUNS[name]]
    return next((fact for fact in reversed(amounts) if name in fact.lead), None)


def _behind(share: Fact, following: Sequence[Fact]) -> Fact | None:
    """The part in the bracket right behind its share: 财政拨款占 98 %（490 万元）."""
    if not following or following[0].quantity.is_rate:
        return None
    between = flat(share.block.text[share.quantity.end : following[0].quantity.start])
    bracket = r"\s*(?:\(\s*(?:即|计|为|金额)?|[,，]\s*(?:即|计|为|金额为?))\s*"
    return following[0] if re.fullmatch(bracket, between) else None


def _respectively(facts: Sequence[Fact], totals: set[int]) -> dict[int, Fact]:
    """The parts of shares told together: 甲、乙 为 60 万元、40 万元，（合计 100 万元，）分别占 60 %、40 %."""
    found: dict[int, Fact] = {}
    for index, first in enumerate(facts):
        if not first.quantity.is_rate or not _SHARES.search(first.lead) or _CHANGED.search(first.lead):
            continue
        end = index + 1
        while end < len(facts) and facts[end].quantity.is_rate and re.fullmatch("[和与及]?", facts[end].lead):
            end += 1
        count = end - index
        if count == 1 and "分别" not in first.lead:
            continue
        parts = [fact for fact in facts[:index] if not fact.quantity.is_rate and id(fact) not in totals][-count:]
        if len(parts) == count > 1 and all(part.family == parts[0].family for part in parts):
            found.update(dict(zip(range(index, end), parts, strict=True)))
    return found


def _of_named_wholes(facts: Sequence[Fact]) -> Iterator[Verdict]:
    """合格 90 人，占参加 100 人的 90 %: the whole stands between 占 and its share."""
    for part, whole, share in zip(facts, facts[1:], facts[2:], strict=False):
        between = flat(whole.block.text[part.quantity.end : whole.quantity.start])
        bound = share.quantity.is_rate and share.lead == "的" and re.search(r"^[^。；;]*占[^，,。；;]*$", between)
        alike = part.family == whole.family and not part.quantity.is_rate and part.role not in _NOT_AMOUNTS
        given = ratio(part, whole) if bound and alike else None
        if given is not None:
            yield rate_verdict(share, given, (part, whole), f"{part.quantity.text}÷{whole.quantity.text}")


def _beside(text: TextFacts, fact: Fact, share: Fact) -> bool:
    """True for an amount outside of the brackets that are closed before the share: 基本支出 …（人员 …），占 …."""
    return not fact.quantity.is_rate and text.bracket(fact) in {0, text.bracket(share)}


def _is_share(fact: Fact) -> bool:
    if not fact.quantity.is_rate:
        return False
    text = flat(fact.block.text)
    bracketed = text[: fact.quantity.start].rstrip()[-1:] == "(" and text[fact.quantity.end :].lstrip()[:1] == ")"
    return bracketed or bool(_SHARE.search(fact.lead))


def _directly(part: Fact, share: Fact) -> bool:
    """Between the part and its share stand only a comma, a bracket and the words of the share."""
    if part.quantity.start > share.quantity.end:
        return True
    between = _BRACKET.sub("", flat(part.block.text[part.quantity.end : share.quantity.start]))
    between = _OTHER_SHARES.sub("", between)
    named = re.sub(r"^[)\s,，]*", "", between)
    if re.match(r"[\u4e00-\u9fff“”]{2,}占", named) and not re.match(r"所?占|比重|其|约", named):
        return False
    return (
        part.block is share.block
        and not re.search(r"[。；;]", between)
        and between.count(",") + between.count("，") <= 1
    )


def _judged(
    share: Fact, part: Fact, before: list[Fact], bound: tuple[Fact | None, Fact | None]
) -> tuple[Verdict | None, Fact | None]:
    alike = [fact for fact in before if fact.family == part.family and fact.role not in _NOT_AMOUNTS]
    amounts = [fact for fact in alike if fact is not part and fact.value >= part.value]
    named = _named(share, amounts) or _named(share, [fact for fact in alike if fact is not part])
    listed, proved = bound
    if _whole_name(share) and named is None:
        listed = proved = None
    certain = named or proved or listed
    held = next(
        (fact for fact in (certain, *reversed(amounts)) if fact is not None and _holds(share, part, fact)), None
    )
    only = None if _whole_name(share) else amounts[-1] if _only_whole(share, part, amounts) else _head(amounts)
    whole = certain or only if not part.value else held or certain or only
    if whole is None:
        return None, None
    given = ratio(part, whole)
    if given is None:
        return None, None
    kind = Contradiction if named or proved else Conflict
    verdict = rate_verdict(share, given, (part, whole), f"{part.quantity.text}÷{whole.quantity.text}", kind)
    if isinstance(verdict, Conflict) and listed is None and only is None:
        return Doubt(message=verdict.message, places=verdict.places, operands=verdict.operands), whole
    return verdict, whole


def _head(amounts: list[Fact]) -> Fact | None:
    """The one total of all income or all expenditure among the amounts."""
    heads = [fact for fact in amounts if canonical(fact.lead) in _TOTALS]
    return heads[0] if len({fact.value for fact in heads}) == 1 else None


def _only_whole(share: Fact, part: Fact, amounts: list[Fact]) -> bool:
    """True where the sentence has one amount that the share can be of, and says that the part is in it."""
    own = [fact for fact in amounts if fact.block is part.block and fact.sentence == part.sentence]
    if len(own) != 1 or own != amounts[-1:]:
        return False
    among = _AMONG.search(part.block.text, own[0].quantity.end, part.quantity.start)
    return among is not None and bool(_PLAIN_SHARE.search(share.lead))


def _holds(share: Fact, part: Fact, whole: Fact) -> bool:
    given = ratio(part, whole)
    return given is not None and rate_interval(share).overlaps(given)


def _named(share: Fact, amounts: list[Fact]) -> Fact | None:
    name = _whole_name(share)
    item = canonical(name) if name else None
    alike = (
        fact
        for fact in reversed(amounts)
        if name
        and (item is None or canonical(fact.lead) in {None, item})
        and (
            fact.subject.endswith(name)
            or _TOTAL.sub("", fact.subject) == _TOTAL.sub("", name)
            or (item is not None and canonical(fact.lead) == item)
        )
    )
    return next(alike, None)


def _whole_name(share: Fact) -> str:
    """The words between 占 and the share that name its whole, "" where there are none."""
    match = _SHARE.search(share.lead)
    name = (match["whole"] or "").strip().removesuffix("的") if match else ""
    name = re.sub(r"^(?:比|的?比重|的?比例|其中|分别)+", "", name)
    return name if len(name) >= _SHORTEST else ""
