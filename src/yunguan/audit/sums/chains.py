"""Budget chains: 年初预算 + 追加 − 追减 = 调整后预算, or what was executed where nothing is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.facts import Fact, Role
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import Bond, Sum, one_slip

_CARRIED = tuple(
    re.compile(words)
    for words in (
        r"(?:年初|上年|期初)[^，,。]{0,4}(?:结余|结转)(?:和结余|资金|收入)?(?:为)?$",
        r"(?:本年|当年|全年|本期)(?:预算)?(?:财政拨款)?(?:总)?收入(?:合计)?(?:为)?$",
        r"(?:本年|当年|全年|本期)(?:财政拨款)?(?:总)?支出(?:合计)?(?:为)?$",
        r"(?:年末|期末|年终)[^，,。]{0,4}(?:结余|结转)(?:和结余)?(?:为)?$|结转下年(?:为)?$",
    )
)
_GRANTED = re.compile(r"(?:到位|下达|安排|拨付)(?:的)?(?:资金|经费|总额)?(?:合计|共|共计)?(?:为)?$")
_PAID = re.compile(r"(?:实际|累计|已)?(?:支出|支付|使用|列支)(?:资金)?(?:合计|共|共计)?(?:为)?$")
_LEFT = re.compile(r"(?:结余|结转|剩余|未支出|未使用)(?:资金|结余)?(?:为)?$")
_LEFT_OVER = ("结余", "结转", "执行率", "完成率", "完成预算")


def chains(text: TextFacts) -> Iterator[Sum]:
    """The chain of one sentence, where it states each link once."""
    money = [fact for fact in text.top if fact.quantity.is_money]
    links = {role: [fact for fact in money if fact.role is role] for role in Role}
    changes = [(1, fact) for fact in links[Role.ADDED]] + [(-1, fact) for fact in links[Role.CUT]]
    yield from _carried(money)
    yield from _granted(money)
    if len(links[Role.BUDGET]) != 1 or not changes:
        return
    parts = ((1, links[Role.BUDGET][0]), *changes)
    if len(links[Role.ADJUSTED]) == 1:
        yield Sum(links[Role.ADJUSTED][0], parts, Bond.CLOSED)
    elif len(links[Role.EXECUTED]) == 1:
        yield from _executed(text, links[Role.EXECUTED][0], parts)


def _carried(money: list[Fact]) -> Iterator[Sum]:
    """年初结余 + 本年收入 − 本年支出 = 年末结余, where one sentence states each once."""
    found = [[fact for fact in money if words.search(fact.lead)] for words in _CARRIED]
    if all(len(each) == 1 for each in found):
        begin, income, spending, end = (each[0] for each in found)
        yield Sum(end, ((1, begin), (1, income), (-1, spending)), Bond.CLOSED)
    elif not found[0] and all(len(each) == 1 for each in found[1:]):
        income, spending, end = (each[0] for each in found[1:])
        left = Sum(end, ((1, income), (-1, spending)), Bond.LIST)
        if left.holds or one_slip(end, left.expected):
            yield left


def _granted(money: list[Fact]) -> Iterator[Sum]:
    """到位 90 万元，支出 80 万元，结余 10 万元, told in a row; only what is nearly right is surely meant so."""
    for grant, paid, left in zip(money, money[1:], money[2:], strict=False):
        counterparts = "已" in paid.lead and "未" in left.lead  # these are held as done and not done
        named = _GRANTED.search(grant.lead) and _PAID.search(paid.lead) and _LEFT.search(left.lead)
        if named and not counterparts:
            made = Sum(left, ((1, grant), (-1, paid)), Bond.LIST)
            if made.holds or one_slip(left, made.expected):
                yield made


def _executed(text: TextFacts, total: Fact, parts: tuple[tuple[int, Fact], ...]) -> Iterator[Sum]:
    """What was executed equals the budget only where the text speaks of nothing left over."""
    found = Sum(total, parts, Bond.BUDGET)
    if found.holds or found.slipped is not None or not any(word in text.sentence for word in _LEFT_OVER):
        yield found
