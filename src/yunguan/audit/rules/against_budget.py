"""决算与预算的比较相符: what is said of an account against the budget of its year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from yunguan.audit.compare import CANNOT, finding, percent, relation
from yunguan.audit.facts import Fact, Role
from yunguan.audit.intervals import HUNDRED, Interval, agrees, finest_step, rate_interval
from yunguan.audit.items import canonical
from yunguan.audit.moves import moves
from yunguan.audit.printing import printed
from yunguan.audit.prose import paragraphs
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.statements import statements
from yunguan.audit.sums.lists import TextFacts
from yunguan.core.finding import Conflict, Contradiction
from yunguan.core.reading import Block

_SAID = re.compile(
    r"(?:决算数?|支出数?|执行数)(?:(?P<over>大于|高于|超过|超出)|(?P<under>小于|低于|少于)|(?:与|和|同)(?=[^，,。；;]{0,8}(?P<same>持平|相同|一致)))"
    r"(?:年初|全年|调整后?)?预算数?(?:安排)?"
    r"|(?<=[，,、])(?:(?P<over2>超出|超过|高于|大于)|(?P<under2>低于|小于|少于))(?:年初|全年|调整后?)?预算(?:数)?的(?:主要)?原因"
)
_DONE = re.compile(r"完成[^，,。；;]{0,10}预算数?的?$|预算[^，,。；;]{0,4}的$|预算完成率(?:为|达)?$")
_DONE_OF = re.compile(r"完成[^，,。；;]{0,8}预算数?[^，,。；;\d]{0,4}[\d.,]+\s*[万亿]?元的\s*")
_NEAR = 40
_WITH_BUDGET = re.compile(
    r"[与比较同](?:本年度?|当年|(?P<year>(?:19|20)\d{2})年度?)?(?:年初|全年|调整后?)?预算数?(?:相比|比|对比)?"
)
_SPENT = re.compile(r"(?:决算数?|执行数?)?(?:为|是|共|共计|达)*$")
_EARLIER = re.compile(r"上年|去年|上一年")
_SAME = re.compile(r"无变化|无增减|没有变化|持平|一致|相同|不变")
_WORDS = {1: "大于", -1: "小于", 0: "持平"}


@rule(
    "决算与预算的比较相符",
    why="完成预算的百分比大于100%就是超过预算，小于100%就是没有用完，与“决算数大于（小于）预算数”的说法必须同向（部门决算公开样式）。",
    compares="“决算数大于、小于预算数”“与预算持平”的说法与前面的完成比例；“与本年预算相比增加、减少”的数额与文中或表中同一项的预算数。",
    silent="前面没有完成比例、同一项的预算数没有写或者有几个不同的数时，不核对。",
    caught="三公经费支出决算为 8.00 万元，完成预算的 80%，决算数大于预算数的主要原因是接待增多。",
    passed="三公经费支出决算为 8.00 万元，完成预算的 80%，决算数小于预算数的主要原因是压减接待。",
    remedy="核对预算数和决算数，把方向词、完成比例或差额改成与两数相符；套用上年文字的，应重写原因。",
)
def against_budget(document: Document) -> Iterator[Verdict]:
    """An account above its budget has more than 100 % of it, and differs from it by what is said."""
    by_block: dict[int, list[Fact]] = {}
    for fact in document.facts:
        by_block.setdefault(id(fact.block), []).append(fact)
    for block in paragraphs(document.reading):
        for match in _SAID.finditer(flat(block.text)):
            yield from _direction(block, match, by_block.get(id(block), []))
    if not document.identity.plans:
        yield from _amounts(document)


def _direction(block: Block, match: re.Match[str], facts: Sequence[Fact]) -> Iterator[Verdict]:
    said = 1 if match["over"] or match["over2"] else -1 if match["under"] or match["under2"] else 0
    rates = _rates_before(block, match.start(), facts)
    if not rates or any(rate.quantity.value == 0 for rate in rates):
        return
    excess = next((fact for fact in facts if fact.quantity.start >= match.end()), None)
    if (
        excess is not None
        and said
        and not block.text[match.end() : excess.quantity.start].strip("的了为 \xa0\u3000")
        and excess.quantity.is_money
    ):
        yield from _excess(rates[-1], excess, said, facts)
        return
    if all(_against(rate, said) for rate in rates):
        yield _opposed(match, rates[-1], said)
    elif len(rates) == 1:
        yield relation((rates[0],))


def _rates_before(block: Block, place: int, facts: Sequence[Fact]) -> list[Fact]:
    """The completion that the words are about: the nearest of their own sentence, else all of the sentence before."""
    done = [fact for fact in facts if fact.quantity.is_rate and fact.quantity.end <= place and _is_done(block, fact)]
    own = [fact for fact in done if not re.search(r"[。！？]", block.text[fact.quantity.end : place])]
    if own:
        return [] if "三公" in block.text[own[-1].quantity.end : place] and len(own) > 1 else own[-1:]
    if not done:
        return []
    last = done[-1].sentence
    near = block.text[last[1] : place].count("。") == 0
    return [fact for fact in done if fact.sentence == last] if near else []


def _is_done(block: Block, rate: Fact) -> bool:
    """True for 完成预算的 83 % and for 完成年初预算 22 万元的 83 %."""
    if rate.lead == "的":
        return bool(_DONE_OF.search(flat(block.text), max(0, rate.quantity.start - _NEAR), rate.quantity.start))
    return bool(_DONE.search(rate.lead or rate.before))


def _against(rate: Fact, said: int) -> bool:
    found = rate_interval(rate)
    return (
        (said > 0 and found.high <= HUNDRED)
        or (said < 0 and found.low >= HUNDRED)
        or (said == 0 and not found.low <= HUNDRED <= found.high)
        or (said != 0 and rate.quantity.value == HUNDRED)
    )


def _opposed(match: re.Match[str], rate: Fact, said: int) -> Verdict:
    words = match[0]
    message = f"“{rate.quote}”与“{words}{'持平' if said == 0 else ''}”不符"
    facts = (rate,)
    if rate.quantity.value == HUNDRED and said:
        text = f"{message}：完成{rate.quantity.text}就是没有差额，只有差额小到四舍五入看不出时才能同时成立，请核对。"
        return finding(Conflict, facts, text, stated=rate.quantity.text)
    return finding(
        Contradiction, facts, f"{message}；{CANNOT}。", stated=rate.quantity.text, expected=f"{_WORDS[said]}预算"
    )


def _excess(rate: Fact, excess: Fact, said: int, facts: Sequence[Fact]) -> Iterator[Verdict]:
    """决算数大于预算数 5 万元: with what was spent, the budget and so the rate follow."""
    spent = [
        fact
        for fact in facts
        if fact.quantity.is_money
        and fact.quantity.end <= rate.quantity.start
        and not fact.is_base
        and fact.role in {Role.STATED, Role.EXECUTED}
        and fact.sentence == rate.sentence
    ]
    if not spent:
        return
    now = spent[0] if len(spent) == 1 else spent[-1]
    budget = now.value - said * excess.value
    if budget <= 0:
        return
    step = finest_step(now, excess)
    given = Interval((now.value - step) / (budget + step) * HUNDRED, (now.value + step) / (budget - step) * HUNDRED)
    used = (rate, now, excess)
    if rate_interval(rate).overlaps(given):
        yield relation(used)
        return
    shown = {"expected": percent(now.value / budget * HUNDRED), "stated": rate.quantity.text}
    message = (
        f"决算{now.quantity.text}、{_WORDS[said]}预算{excess.quantity.text}，应完成预算的{shown['expected']}，"
        f"写的是{rate.quantity.text}"
    )
    yield finding(Contradiction, used, f"{message}；{CANNOT}。", **shown)


def _amounts(document: Document) -> Iterator[Verdict]:
    """与本年预算相比减少 1 万元, or 持平, against the budget that the document states of the same item."""
    budgets: dict[str, list[Fact]] = {}
    for (name, role), held in document.once(statements):
        if role in {Role.BUDGET.value, Role.ADJUSTED.value} and not held.other_year:
            budgets.setdefault(name, []).append(held.fact)
    for text, moved in document.once(moves):
        told = {id(change.now): change for change in moved if change.now}
        for index, now in enumerate(text.facts):
            item = canonical(_subject(now))
            stated = budgets.get(item or "", [])
            if not stated or not all(agrees(fact, stated[0]) for fact in stated) or now.is_base or now.quantity.is_rate:
                continue
            if now.role in {Role.BUDGET, Role.ADJUSTED, Role.CHANGE, Role.LAST_YEAR} or now in stated:
                continue
            change = told.get(id(now))
            amount = change.amount if change is not None else None
            end = amount.quantity.start if amount is not None else _clause_end(text, index)
            said = text.text[now.quantity.end : end]
            if _is_against_budget(said, document.identity.year):
                up = change.amount_up if change is not None else None
                yield from _against_stated(now, stated[0], amount, said, up=up)


def _subject(fact: Fact) -> str:
    return _SPENT.sub("", fact.lead)


def _clause_end(text: TextFacts, index: int) -> int:
    start = text.facts[index].quantity.end
    stop = text.facts[index + 1].quantity.start if index + 1 < len(text.facts) else text.facts[index].sentence[1]
    cut = re.search(r"[。；;]", text.text[start:stop])
    return start + cut.start() if cut else stop


def _is_against_budget(said: str, year: int | None) -> bool:
    match = _WITH_BUDGET.search(unspaced(flat(said)))
    if match is None or _EARLIER.search(said) or len(re.findall(r"[，,]", said)) > len("两处"):
        return False
    return match["year"] is None or (year is not None and int(match["year"]) == year)


def _against_stated(now: Fact, budget: Fact, amount: Fact | None, said: str, *, up: bool | None) -> Iterator[Verdict]:
    gap = now.value - budget.value
    if amount is not None and up is not None and amount.family == now.family:
        told = amount.value if up else -amount.value
        used: tuple[Fact, ...] = (amount, now, budget)
    elif amount is None and _SAME.search(said):
        told, used = Decimal(0), (now, budget)
    else:
        return
    if abs(gap - told) <= finest_step(*used) * 2:
        yield relation(used)
        return
    unit, factor = now.quantity.unit, now.quantity.factor
    shown = {"expected": f"{printed(gap / factor)}{unit}", "stated": f"{printed(told / factor)}{unit}"}
    message = (
        f"{budget.subject or '预算'}为{budget.quantity.text}、决算为{now.quantity.text}，相差{shown['expected']}，"
        f"“{(amount or now).quote}”写的是{'与预算持平' if amount is None else shown['stated']}"
    )
    text = f"{message}；只有比较的不是本年预算时才能同时成立，文中没有写明，请核对或写明。"
    yield finding(Conflict, used, text, **shown)
