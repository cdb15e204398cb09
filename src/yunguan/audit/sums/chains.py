"""Budget chains: 年初预算 + 追加 − 追减 = 调整后预算, or what was executed where nothing is left over."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.facts import Fact, Role
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import Bond, Sum

_LEFT_OVER = ("结余", "结转", "执行率", "完成率", "完成预算")


def chains(text: TextFacts) -> Iterator[Sum]:
    """The chain of one sentence, where it states each link once."""
    money = [fact for fact in text.top if fact.quantity.is_money]
    links = {role: [fact for fact in money if fact.role is role] for role in Role}
    changes = [(1, fact) for fact in links[Role.ADDED]] + [(-1, fact) for fact in links[Role.CUT]]
    if len(links[Role.BUDGET]) != 1 or not changes:
        return
    parts = ((1, links[Role.BUDGET][0]), *changes)
    if len(links[Role.ADJUSTED]) == 1:
        yield Sum(links[Role.ADJUSTED][0], parts, Bond.CLOSED)
    elif len(links[Role.EXECUTED]) == 1:
        yield from _executed(text, links[Role.EXECUTED][0], parts)


def _executed(text: TextFacts, total: Fact, parts: tuple[tuple[int, Fact], ...]) -> Iterator[Sum]:
    """What was executed equals the budget only where the text speaks of nothing left over."""
    found = Sum(total, parts, Bond.BUDGET)
    if found.holds or not any(word in text.sentence for word in _LEFT_OVER):
        yield found
