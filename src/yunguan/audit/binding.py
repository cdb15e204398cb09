"""Whether a rate stated in one place speaks of the same people or things as counts stated in another."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from yunguan.audit.facts import Fact

_GENERIC = re.compile(
    r"道路运输|运输企业|运输行业|安全生产|服务中心|主要负责人|安全管理|工作|情况|有限公司|全部完成|组织开展|"
    r"今年以来|近年来|目前|截[止至]|以来|全年|本年|年度|年底|年末|其中|累计|共计|完成投资|计划总?投资|[万亿]元|平均|每场|高达|仅为|左右"
)
_NEUTRAL = re.compile(
    r"群众|资金|社会公众|公众|服务对象|受访者|编制|在职人员|总体|综合|整体|平均|全年|年度|每场|每次|场均|总|的|高达|仅为|仅|达到|达|约|为|只有|实际|累计|我市|我县|今年以来|目前|其|且|但|而"
)
_NOT_WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
_YEARS = re.compile(r"(?:19|20)\d{2}(?=\s*年)")
_SEASONS = re.compile(r"[上下]半年|[一二三四]季度|\d{1,2}\s*月(?:份)?(?!\d)")
_AREAS = re.compile(r"[\u4e00-\u9fff]{2}[县区](?![局级直委])|市城区|城区")
_CUT = re.compile(r"[。；;！？\n]")
SHORTEST_TERM: Final = 4
_FEWEST_CHARACTERS: Final = 2


def qualifier(rate: Fact) -> str:
    """The words before the rate's name in its own clause that say whose rate it is, "" where there are none."""
    words = rate.lead or rate.before
    name = re.search(r"[\u4e00-\u9fff]{2}[率度]|完成", words)
    return _NEUTRAL.sub("", words[: name.start()] if name else words).strip('“”" ')


def said_before(rate: Fact) -> str:
    """The words from the last full stop or semicolon to the rate."""
    text = rate.block.text[rate.sentence[0] : rate.quantity.start]
    return _CUT.split(text)[-1]


def context(facts: tuple[Fact, ...]) -> str:
    """What counts speak of: their sentence and the title nearest above."""
    block, (start, end) = facts[0].block, facts[0].sentence
    return f"{block.path[-1] if block.path else ''}。{block.text[start:end]}"


def shared_term(left: str, right: str) -> str:
    """The longest run of words in both, common official words not counted."""
    a, b = _bare(left), _bare(right)
    if not set(a) & set(b):
        return ""
    match = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    return a[match.a : match.a + match.size]


def same_subject(rate: Fact, counts: tuple[Fact, ...]) -> bool:
    """True where a shared term names the subject of both, and no scope that one states is missing in the other."""
    own = qualifier(rate)
    term = shared_term(own or said_before(rate), context(counts))
    enough = max(_FEWEST_CHARACTERS, min(SHORTEST_TERM, len(_bare(own)))) if own else SHORTEST_TERM
    return len(term) >= enough and same_scope(said_before(rate), context(counts))


def names(whose: str, subject: str) -> bool:
    """True where all the telling words of `whose`, or a long run of them, stand in the counts' own subject."""
    bare = _bare(whose)
    return len(shared_term(whose, subject)) >= min(SHORTEST_TERM, len(bare)) or set(bare) <= set(subject)


def same_scope(rate: str, counts: str) -> bool:
    """True unless the rate names a year, a part of the year or an area that the counts do not."""
    years = set(_YEARS.findall(rate)), set(_YEARS.findall(counts))
    if years[0] and years[1] and not years[0] & years[1]:
        return False
    return all(set(scope.findall(rate)) <= set(scope.findall(counts)) for scope in (_SEASONS, _AREAS))


def _bare(text: str) -> str:
    """Only the telling words, without marks and quotes, so that “两类”人员 is 两类人员."""
    return _NOT_WORDS.sub("", _GENERIC.sub("", text.replace("“", "").replace("”", "")))
