"""增减额、增减方向和增减率与两年数相符: what is said of a change against the two amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yunguan.audit.changes import Change, direction
from yunguan.audit.compare import CANNOT, finding, rate_verdict, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import HUNDRED, Interval, finest_step, growth, printed_as, rate_interval, ratio
from yunguan.audit.items import canonical
from yunguan.audit.moves import moves
from yunguan.audit.percentage_points import points_between
from yunguan.audit.printing import printed
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Contradiction, Hint

_COMPARED = re.compile(r"上年|去年|[与比较同][^，,。；;]{0,12}(?:预算|年)[^，,。；;]{0,6}(?:相比|对比|[，,]|减|增)")
_COMPARES = re.compile(r"同口径|同比|[比较与]|(?:支出)?(?:增加|减少|上升|下降|增长|降低)")
_NO_AMOUNT = {Role.CHANGE, Role.LAST_YEAR, Role.BUDGET, Role.TARGET, Role.MEAN}
_FORMER, _LATER = re.compile(r"^[\u4e00-\u9fff]{2,4}前"), re.compile(r"^[\u4e00-\u9fff]{2,4}后")
_RATE_OF_CHANGE = re.compile(
    r"^(?!.*(?:利润|盈|亏|净|余|差额|缺口|收益|增[速幅])).*(?:下降|减少|降低|减幅|降幅|压减)(?:了|率|幅度)?(?:为|达|约)?\s*$"
)
_TURNED = re.compile(r"^(?:比[^，,]{0,6})?(新增|净增|增加|减少|净减)[\u4e00-\u9fff]{0,8}$")
_BARE_CHANGE = re.compile(r"增加|减少|增|减|[多少]支出?")
_ONLY_A_SHARE = re.compile(r"\s*[，,]\s*(?:占[^，,。；;]*%\s*[，,]\s*)?")
_PLAIN_CHANGE = re.compile(
    r"^\s*(?:与|较|比)(?:上年|去年|上年度|(?:19|20)\d{2}年度?)(?:度)?(?:同期)?(?:决算数?)?(?:相比)?[，,]?(?:收[、和]?支总计)?(?:各|均)?"
    r"(?:增加|减少)(?:了)?\s*$"
)
_SIDES, _WORDS = {"收入总计", "支出总计"}, {True: "增加", False: "减少"}
_BOTH_SIDES = re.compile(r"收(?:入)?[、,，和]支(?:出)?")
_NOTHING = re.compile(
    r"(?:上年|去年|上年度|(?:19|20)\d{2}年度?)(?:同期)?(?:未发生|没有发生|没有|未安排|未支出|未列支|无)(?!变化)[^，,。；;]{0,16}[，,。；;]"
    r"|(?:上年|去年|上年度)(?:同期)?(?:该项)?(?:支出|决算)?(?:数)?为(?:零|0)(?![\d.])"
)


@rule(
    "增减额、方向和幅度相符",
    why=(
        "增减额等于两年数之差，增减方向以两年数的大小为准，增减幅度等于增减额除以上年数；"
        "上年为零的没有增减幅度（部门决算公开通行口径）。"
    ),
    compares="同一句话里的本年数、上年数、增减额、“增加”“减少”等字样和百分比，以及“由……提高到……”的百分点。",
    silent="没有写出上年数又推算不出来，或者比较的不是上年时，不核对。",
    caught="接待群众 60 人次，比上年 50 人次减少 10 人次，下降 20%。",
    passed="接待群众 60 人次，比上年 50 人次增加 10 人次，增长 20%。",
    remedy="核对本年和上年的原始数，改正增减额、方向或百分比；上年没有的写明“上年无此项”，不写百分比。",
)
def change_and_growth(document: Document) -> Iterator[Verdict]:
    """The change is the difference of the two amounts, its word their direction, its rate the change over the base.

    A base of zero has no rate of growth (财政部门决算公开口径: 上年为零的不计算增减比例).
    """
    earlier: list[Fact] = []
    for text, told in document.once(moves):
        if earlier and earlier[0].block is not text.facts[0].block:
            earlier = []
        for judge in (points_between, _turned):
            yield from judge(text.facts)
        for change in told:
            yield from _judged(change, earlier, text.facts)
        earlier = [*earlier, *text.facts]


def _turned(facts: tuple[Fact, ...]) -> Iterator[Verdict]:
    """改造前 90 张，改造后 120 张，新增 30 张: what came about is the difference of before and after."""
    for former, later, amount in zip(facts, facts[1:], facts[2:], strict=False):
        told = _FORMER.match(former.lead), _LATER.match(later.lead)
        same = told[0] and told[1] and told[0][0][:-1] == told[1][0][:-1]
        word = _TURNED.match(amount.lead)
        if same and word and former.family == later.family == amount.family:
            change = Change(later, former, amount, None, amount_up="增" in word[1], rate_up=None)
            yield from _of_two(change, later, former)


def _judged(change: Change, earlier: list[Fact], beside: Sequence[Fact]) -> Iterator[Verdict]:
    amount, rate = change.amount, change.rate
    if change.now is not None and rate is not None and change.before is None and _told_nothing(change.now, rate):
        yield _no_base(rate, (change.now,))
        return
    said = change.amount_up is not None and change.rate_up is not None
    if amount is not None and rate is not None and said and change.amount_up is not change.rate_up:
        yield _opposed(change, amount, rate)
        return
    if change.now is not None and change.before is not None:
        yield from _of_two(change, _meant(change, change.now, change.before, beside), change.before)
    elif change.now is not None and change.amount is not None and change.rate is not None:
        yield from _explained(change, beside) or _of_one(change, change.now, change.amount, change.rate)
    elif change.before is not None and change.amount is not None and change.rate is not None:
        yield _of_base(change.before, change.amount, change.rate)
    elif change.amount is not None and change.rate is not None:
        start = change.amount.quantity.start
        pool = [*earlier, *(fact for fact in beside if fact.quantity.end <= start and fact.role not in _NO_AMOUNT)]
        if pool:
            yield from _from_before(change, change.amount, change.rate, pool)


def _meant(change: Change, now: Fact, before: Fact, beside: Sequence[Fact]) -> Fact:
    """The amount of this year: the nearest, unless another gives the change (决算 9，预算 12，比上年 8 增 1)."""
    amount = change.amount
    if amount is None or change.amount_up is None:
        return now
    wanted = before.value + (amount.value if change.amount_up else -amount.value)
    others = (fact for fact in beside if fact.quantity.end <= now.quantity.start and fact.family == now.family)
    return now if now.value == wanted else next((fact for fact in others if fact.value == wanted), now)


def _told_nothing(now: Fact, rate: Fact) -> bool:
    """True where the words between say that there was nothing last year: 上年未发生此项支出，同比增长 100 %."""
    if now.block is not rate.block or now.sentence != rate.sentence or direction(rate.lead) is not True:
        return False
    return bool(_NOTHING.search(now.block.text, now.quantity.end, rate.quantity.start)) and bool(rate.value)


def _opposed(change: Change, amount: Fact, rate: Fact) -> Verdict:
    word = _WORDS[bool(change.amount_up)]
    message = f"“{amount.quote}”说的是{word}，“{rate.quote}”说的却是相反的方向；{CANNOT}。"
    return finding(Contradiction, change.facts, message)


def _of_two(change: Change, now: Fact, before: Fact) -> Iterator[Verdict]:
    """Both amounts are stated: direction, difference and rate follow."""
    if now.family != before.family:
        return
    gap = now.value - before.value
    said = change.amount_up if change.amount_up is not None else change.rate_up
    if said is not None and gap and said is not (gap > 0):
        unit = now.quantity.unit
        message = (
            f"本年{now.quantity.text}、上年{before.quantity.text}，应是{_WORDS[gap > 0]}"
            f"{printed(abs(gap) / now.quantity.factor)}{unit}，写的却是{_WORDS[said]}；{CANNOT}。"
        )
        yield finding(Contradiction, change.facts, message)
        return
    if change.amount is not None:
        yield _difference(change.amount, now, before)
    if change.rate is not None:
        yield from _rate(change.rate, now, before)


def _difference(amount: Fact, now: Fact, before: Fact) -> Verdict:
    facts = (amount, now, before)
    gap = abs(now.value - before.value)
    step = finest_step(*facts)
    off = abs(amount.value - gap)
    counted = all(fact.quantity.low == fact.quantity.high for fact in facts)
    slack = sum((_slack(fact) for fact in facts if fact.quantity.approximate), Decimal(0))
    if off <= slack:
        return relation(facts)
    unit, factor = amount.quantity.unit, amount.quantity.factor
    shown = {
        "expected": f"{printed(gap / factor)}{unit}",
        "stated": amount.quantity.text,
        "difference": f"{printed((amount.value - gap) / factor)}{unit}",
    }
    message = f"“{amount.quote}”与两年的数不符：{now.quantity.text}与{before.quantity.text}相差{shown['expected']}"
    if off <= step + slack and not counted:
        return finding(Hint, facts, f"{message}；在四舍五入的范围内，请核对尾数。", **shown)
    return finding(Contradiction, facts, f"{message}，写的是{amount.quantity.text}；{CANNOT}。", **shown)


def _slack(fact: Fact) -> Decimal:
    return (fact.quantity.high - fact.quantity.low) * fact.quantity.factor


def _rate(rate: Fact, now: Fact, before: Fact) -> Iterator[Verdict]:
    found = growth(now, before)
    if found is None:
        if before.value == 0:
            yield _no_base(rate, (now, before))
        return
    given = found if found.low >= 0 else Interval(-found.high, -found.low)
    if found.low < 0 < found.high:
        given = Interval(Decimal(0), max(-found.low, found.high))
    formula = f"（{now.quantity.text}－{before.quantity.text}）÷{before.quantity.text}"
    yield rate_verdict(rate, given, (now, before), formula)


def _of_one(change: Change, now: Fact, amount: Fact, rate: Fact) -> Iterator[Verdict]:
    """Last year's amount is not stated: it is this year's less the change."""
    sign = {True: -1, False: 1, None: 0}[change.amount_up if change.amount_up is not None else change.rate_up]
    if not sign or now.family != amount.family:
        return
    step = finest_step(now, amount)
    base = now.value + sign * amount.value
    if abs(base) < step:
        if sign < 0 and amount.value:
            yield _no_base(rate, (now, amount))
        return
    if base < 0:
        return
    change_of, now_of = printed_as(amount, step), printed_as(now, step)
    least, most = (change_of.low, change_of.high) if sign > 0 else (change_of.high, change_of.low)
    low, high = now_of.low + sign * least, now_of.high + sign * most
    given = Interval(change_of.low / high * HUNDRED, change_of.high / max(low, step / 2) * HUNDRED)
    operator = "－" if sign < 0 else "＋"
    verdict = rate_verdict(
        rate,
        given,
        (now, amount),
        f"{amount.quantity.text}÷（{now.quantity.text}{operator}{amount.quantity.text}）",
        Conflict,
    )
    told = max(rate.quantity.start, amount.quantity.start)
    said = now.block.text[now.sentence[0] : told] if now.block is rate.block else ""
    compared = _COMPARED.search(said) or "同比" in amount.lead + rate.lead or _adjoins(now, amount)
    if not isinstance(verdict, Conflict) or compared:
        yield verdict


def _adjoins(now: Fact, amount: Fact) -> bool:
    """True where the change follows its amount at once: 支出 9 万元，（占 30 %，）增加 2 万元."""
    if now.block is not amount.block or now.sentence != amount.sentence or not _BARE_CHANGE.fullmatch(amount.lead):
        return False
    between = flat(now.block.text[now.quantity.end : amount.quantity.start]).rstrip()
    return bool(_ONLY_A_SHARE.fullmatch(between.removesuffix(amount.lead)))


def _explained(change: Change, beside: Sequence[Fact]) -> list[Verdict]:
    """The change is of the total before a list (总预算 37 万元，其中 …，同比增加 27 万元), which alone explains it."""
    now, amount, rate = change.now, change.amount, change.rate
    if now is None or amount is None or rate is None or change.amount_up is None:
        return []
    sign = -1 if change.amount_up else 1
    alike = [
        fact
        for fact in beside
        if fact.family == amount.family and fact.quantity.end <= now.quantity.start and fact.role is not Role.CHANGE
    ]
    fits = [fact for fact in (*alike, now) if _fits(fact.value + sign * amount.value, amount, rate)]
    return [relation((rate, fits[0], amount))] if fits and now not in fits else []


def _fits(base: Decimal, amount: Fact, rate: Fact) -> bool:
    return base > 0 and rate_interval(rate).distance(amount.value / base * HUNDRED) == 0


def _of_base(before: Fact, amount: Fact, rate: Fact) -> Verdict:
    """Only last year's amount and the change are stated: the rate is one over the other."""
    given = ratio(amount, before)
    if given is None:
        return _no_base(rate, (before, amount))
    return rate_verdict(rate, given, (amount, before), f"{amount.quantity.text}÷{before.quantity.text}")


def _no_base(rate: Fact, facts: tuple[Fact, ...]) -> Verdict:
    said = "、".join(fact.quantity.text for fact in facts)
    message = (
        f"“{rate.quote}”没有依据：由{said}可知上年数为0，基数为零不能计算增减幅度，"
        f"请删去{rate.quantity.text}并说明上年没有此项。"
    )
    return finding(Contradiction, (rate, *facts), message, stated=rate.quantity.text)


def _from_before(change: Change, amount: Fact, rate: Fact, earlier: list[Fact]) -> Iterator[Verdict]:
    """The amount of this year stands in a sentence before: bound where it explains the rate, or leaves no base."""
    alike = [fact for fact in earlier if fact.family == amount.family and not fact.quantity.is_rate]
    item = canonical(_COMPARES.split(amount.lead)[0])
    alike = [fact for fact in alike if item is None or canonical(fact.lead) in {None, item}]
    same = next((fact for fact in alike if fact.value == amount.value), None)
    if change.rate_up and same is not None and rate.quantity.value == HUNDRED:
        yield _no_base(rate, (same, amount))
        return
    for now in alike:
        sign = -1 if change.rate_up else 1
        base = now.value + sign * amount.value
        if base > 0 and rate_interval(rate).distance(amount.value / base * HUNDRED) <= rate.quantity.step:
            yield relation((rate, now, amount))
            return
    told = amount.block.text[amount.sentence[0] : amount.quantity.start]
    if _BOTH_SIDES.search(told) and len({f.value for f in earlier if canonical(f.lead) in _SIDES}) > 1:
        return
    named = [fact for fact in alike if item is not None and canonical(fact.lead) == item]
    alone = named[0] if len({fact.value for fact in named}) == 1 else alone_before(amount, alike)
    if alone is not None and change.amount_up is not None:
        yield from _of_one(change, alone, amount, rate)


def alone_before(amount: Fact, alike: list[Fact]) -> Fact | None:
    """The one amount of the sentence right before, where 与上年相比，增加 … names nothing else that changed."""
    said = amount.block.text[amount.sentence[0] : amount.quantity.start]
    last = max((fact.sentence for fact in alike), default=None)
    values = [fact for fact in alike if fact.sentence == last]
    adjoins = last is not None and last[1] == amount.sentence[0]
    return values[0] if adjoins and len(values) == 1 and _PLAIN_CHANGE.match(flat(said)) else None
