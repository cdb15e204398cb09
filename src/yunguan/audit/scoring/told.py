"""The points and the score that running text tells of one indicator: 分值 5 分，得 4 分; 得 18.5 分（满分 20 分）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby, pairwise
from typing import Final

from yunguan.audit.facts import Fact
from yunguan.audit.outline import numbering_level
from yunguan.audit.quantities import flat, unspaced
from yunguan.audit.rule import Document
from yunguan.core.reading import BlockKind

LEAST_WHOLE: Final = Decimal(90)
_LEAD: Final = 40
_SAYS = r"(?:值|数)?(?:为|是|共|计|:)*$"
_POINTS = re.compile(rf"(?:分值|满分|标准分|权重分|权重|参考分|应得分?|赋分){_SAYS}")
_SCORE = re.compile(
    rf"(?:(?:自评|实际|评价|现场|核定|最终|综合|评定)?(?<![应可获取赢夺不须])得分?|自评分|评分|实得分?){_SAYS}"
)
_WHOLE = re.compile(rf"(?:综合|最终|最后|总|总体|合计|项目|整体)(?:自评|评价|绩效)?的?(?:得分?|评分|分数?){_SAYS}")
_CRITERION = re.compile(
    r"每|可得|最[高多低少]|不得|应得|以上|以下|达到|达标|[≥≤><]|否则|若|如|[的则即方]得|平均|上年|去年"
)
_NAMED = re.compile(r"[\u4e00-\u9fff”’\")][(]?$|[\u4e00-\u9fff”’\"][(]$")
_NOT_POINTS = re.compile(
    r"(?:扣除?|加|减|得|升|降|低|高|于|由|从|到|至|为|是|超|均|共|差|线|基础分?|基准分?|基本分?|起评分?|(?<!绩效)目标|合格|底|年|比|达|约)[(]?$"
)
_WINS = re.compile(r"\s*[)]?\s*[,(:]?\s*(?:自评|实际|评价|最终|现场)?得分?(?:为|:)?\s*$")
_POINTS_BEHIND = re.compile(r"\s*[(]\s*(?:该项)?(?:指标)?(?:满分|分值|标准分|权重分?)(?:值|数)?(?:为|是|:)?\s*$")
_FULL_BEHIND = re.compile(r"\s*,\s*满分(?:值)?(?:为|是|:)?\s*$")
_STOPS = re.compile(r"[,;。!?！？]")
_BONUS = re.compile(r"加分|附加|奖励分|另加|额外|加\s*\d|倒扣|另扣|折算|折合|换算|分制")
_NAME_ENDS = re.compile(r"[。,:;(]")
_LABEL = re.compile(r"(?:自评|实际|评价)?(?:得分?|满分|分值|标准分|权重分?)(?:值|数)?(?:为|是|共|:)*\s*$")
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(]\s*[一二三四五六七八九十\d]{1,3}\s*[)]|\d{1,2}\s*[.、](?!\d))\s*"
)
_LONGEST_NAME: Final = 24
_OTHER_SCALE: Final = 3


@dataclass(frozen=True)
class Told:
    """One indicator's points and score, told in one paragraph.

    `level` is the depth of its number, 0 for none; `around` the span of the paragraph that speaks of it alone: from
    the indicator before, and to the paragraph's end where it is the only one.
    """

    points: Fact
    score: Fact
    level: int = 0
    around: tuple[int, int] = (0, 0)

    @cached_property
    def start(self) -> int:
        return min(self.points.quantity.start, self.score.quantity.start)

    @cached_property
    def end(self) -> int:
        return max(self.points.quantity.end, self.score.quantity.end)

    @property
    def full(self) -> bool:
        return self.score.value == self.points.value

    @cached_property
    def text(self) -> str:
        """The words of its paragraph that speak of it alone, with plain marks."""
        return flat(self.points.block.text)[slice(*self.around)]

    @cached_property
    def before(self) -> str:
        """Of these the words up to its score."""
        return self.text[: self.end - self.around[0]]

    @cached_property
    def name(self) -> str:
        """What the text calls the indicator: the title of its numbered line, else the words before its first number."""
        text = _plain(flat(self.points.block.text))
        number = _NUMBER.match(text) if self.level else None
        if number:
            words = _NAME_ENDS.split(text[number.end() :], maxsplit=1)[0]
        else:
            words = _NAME_ENDS.split(_LABEL.sub("", text[: self.start]).rstrip("(:, "))[-1]
        return unspaced(words)[:_LONGEST_NAME] or "这项指标"

    @cached_property
    def excused(self) -> bool:
        """True where its paragraph tells of points beside those of the indicator, or of another scale."""
        return bool(_BONUS.search(flat(self.points.block.text)))


def told_scores(document: Document) -> Iterator[Told]:
    """Every indicator whose points and score the text tells, in its order; criteria and totals left out."""
    facts = (fact for fact in document.facts if fact.block.kind is not BlockKind.CELL)
    for _, held in groupby(facts, key=lambda fact: id(fact.block)):
        yield from _of_block(list(held))


def is_whole_score(fact: Fact) -> bool:
    """True for the score of a whole told in the text: 综合得分 92.4 分."""
    return _in_points(fact) and bool(_WHOLE.search(_before(fact)))


def is_points(fact: Fact) -> bool:
    """True for the points of something: 满分 100 分."""
    return _in_points(fact) and bool(_POINTS.search(_before(fact)))


def _of_block(facts: list[Fact]) -> Iterator[Told]:
    facts = [fact for fact in facts if not fact.quantity.is_rate and not fact.quantity.is_money]
    found = sorted(_pairs(facts), key=lambda pair: pair[0].quantity.start)
    level = numbering_level(facts[0].block.text) if facts else 0
    ends = [0, *(max(fact.quantity.end for fact in pair) for pair in found)]
    for index, (points, score) in enumerate(found):
        end = ends[index + 1] if len(found) > 1 else len(points.block.text)
        yield Told(points, score, 0 if index else level, (ends[index], end))


def _pairs(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Points with their score: side by side first, then what is left of both in its order."""
    used: set[int] = set()
    for one, other in pairwise(facts):
        pair = None if id(one) in used else _beside(one, other)
        if pair is not None:
            used |= {id(one), id(other)}
            yield pair
    left = [fact for fact in facts if id(fact) not in used]
    places = [index for index, fact in enumerate(left) if is_points(fact)]
    for place, stop in pairwise([*places, len(left)]):
        points, behind = left[place], left[place + 1 : stop]
        if len(places) > 1 or used:
            behind = [fact for fact in behind if fact.sentence == points.sentence]
        scores = [fact for fact in behind if _is_score(fact, whole=points.value >= LEAST_WHOLE)]
        if len(scores) == 1 and scores[0].value <= points.value * _OTHER_SCALE:
            yield points, scores[0]


def _beside(one: Fact, other: Fact) -> tuple[Fact, Fact] | None:
    """得 18.5 分（满分 20 分）, 项目立项 5 分，得 5 分 and 投入（20 分，自评得分 20 分） as points and score."""
    between = _between(one, other)
    if one.sentence != other.sentence or not (_in_points(one) and _in_points(other)):
        return None
    if _is_score(one, whole=other.value >= LEAST_WHOLE):
        behind = _POINTS_BEHIND.match(between) or _FULL_BEHIND.match(between)
        return (other, one) if behind else None
    named = _before(one)
    if _NAMED.search(named) and not _NOT_POINTS.search(named) and _WINS.match(between) and _is_small(one):
        return one, other
    return None


def _is_small(points: Fact) -> bool:
    return points.quantity.unit == "分" and points.value < LEAST_WHOLE


def _is_score(fact: Fact, *, whole: bool) -> bool:
    before = _before(fact)
    if not _in_points(fact) or not _SCORE.search(before) or _CRITERION.search(_STOPS.split(before)[-1]):
        return False
    return whole or not _WHOLE.search(before)


def _in_points(fact: Fact) -> bool:
    exact = not fact.quantity.bound and not fact.quantity.approximate
    return exact and fact.quantity.unit in {"分", ""}


def _before(fact: Fact) -> str:
    """The words of the sentence before a number, without blanks and with plain marks."""
    start = max(fact.sentence[0], fact.quantity.start - _LEAD)
    return _plain(unspaced(flat(fact.block.text)[start : fact.quantity.start]))


def _between(one: Fact, other: Fact) -> str:
    return _plain(flat(one.block.text)[one.quantity.end : other.quantity.start])


def _plain(text: str) -> str:
    return text.replace("，", ",").replace("；", ";").replace("“", '"').replace("”", '"')
