"""Counts that grew in the year: what there was at its beginning and what was added make up what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.facts import Fact
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import Bond, Sum

_FIRST = re.compile(r"年初|期初|上年末|上年底|原有")
_MORE = re.compile(r"(?:年中|当年|本年|期间|新)?(?:增加|新增|增补|追加)(?:了|项目)*$")
_LESS = re.compile(r"(?:年中|当年|本年)?(?:减少|核减|取消|撤销)(?:了|项目)*$")
_ALL = 3
_WHOLE = re.compile(r"共(?:有|实施|安排|涉及|管理)?(?:项目|工程)?$|共计$|合计$|总计$|累计$|年末|期末|年底")


def opening(text: TextFacts) -> Iterator[Sum]:
    """年初 n 个，年中增加 m 个 against 共 k 个, each stated once outside of brackets."""
    counts = [
        fact
        for fact in text.top
        if fact.quantity.unit != "元"
        and fact.quantity.unit
        and not fact.quantity.is_money
        and not fact.quantity.is_rate
    ]
    for unit in dict.fromkeys(fact.quantity.unit for fact in counts):
        alike = [fact for fact in counts if fact.quantity.unit == unit]
        first, more, whole = (_only(alike, words) for words in (_FIRST, _MORE, _WHOLE))
        less = _only(alike, _LESS)
        if first and more and whole and len({id(first), id(more), id(whole)}) == _ALL:
            parts = ((1, first), (1, more), *(((-1, less),) if less else ()))
            yield Sum(whole, parts, Bond.OPENING)


def _only(facts: list[Fact], words: re.Pattern[str]) -> Fact | None:
    found = [fact for fact in facts if words.search(fact.lead)]
    return found[0] if len(found) == 1 else None
