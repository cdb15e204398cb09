"""增减原因与增减方向一致: an increase is not explained by savings, nor a decrease by higher wages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.changes import both_directions
from yunguan.audit.prose import paragraphs
from yunguan.audit.quantities import flat, scan
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Place, Relation
from yunguan.core.reading import Block

_UP = r"增加|增长|上升|提高|新增|扩大|上涨|增多|增设|上调|调增"
_DOWN = r"减少|下降|降低|压减|压缩|缩减|节约|厉行|取消|未开展|停止|退休|调减|核减|精简|减支|从严控制"
_ENDS = re.compile(r"(?<=[。；])")
_CHANGE = re.compile(r"(?P<up>增加|增长|上升)|(?P<down>减少|下降|降低)")
_REASON = re.compile(r"(?:主要)?(?:原因|系|是由于|是因为)(?:是|为|：|:|在于)?(?P<reason>[^。；]*)")
_RAISES, _LOWERS = re.compile(_UP), re.compile(_DOWN)
_NOT_A_CHANGE = re.compile(r"收入|大于|小于|高于|低于|超")
_NOT_PLAIN = re.compile(
    r"收入|退休|结转|上年|基数|同时|但|抵|虽|尽管|不可比|口径|一次性|转|增减|变动|调整|预算|人员变|减收"
)


@rule(
    "增减原因与方向一致",
    why="决算公开要说明增减变动的原因，增加的原因应当使数增加，减少的原因应当使数减少。",
    compares="同一句里支出或经费的增减方向，与“主要原因是……”里的话：只有增的理由，或只有减的理由。",
    silent="原因里增、减的话都有，或涉及收入、结转、口径、调整等两边都说得通的，不核对。",
    caught="公务接待费2.00万元，比上年减少0.50万元，主要原因是接待批次增加。",
    passed="公务接待费2.00万元，比上年减少0.50万元，主要原因是厉行节约，接待批次减少。",
    remedy="核对增减方向和原因，改正其中写反的一处。",
)
def reason_of_change(document: Document) -> Iterator[Verdict]:
    """The reason given for a change has the change's own direction; a mixed reason is left alone."""
    for block in paragraphs(document.reading):
        for sentence in _ENDS.split(block.text):
            yield from _judged(block, sentence)


def _judged(block: Block, sentence: str) -> Iterator[Verdict]:
    reason = _REASON.search(sentence)
    if reason is None:
        return
    said, why = sentence[: reason.start()], reason["reason"]
    directions = {found.lastgroup for found in _CHANGE.finditer(said)}
    plain = (
        len(directions) == 1
        and not both_directions(flat(said))
        and list(scan(said))
        and re.search("支出|费", block.text)
    )
    raises, lowers = bool(_RAISES.search(why)), bool(_LOWERS.search(why))
    if not plain or raises is lowers or _NOT_PLAIN.search(why) or _NOT_A_CHANGE.search(said):
        return
    up = directions == {"up"}
    place = Place(block.place(sentence).where, sentence.strip())
    if up is raises:
        yield Relation(places=(place,), operands=())
    else:
        word = ("增加", "减少")[not up]
        message = (
            f"说的是{word}，原因却是“{why.strip('，, ')}”，方向相反；只有这个原因另有所指时才能成立，请核对方向和原因。"
        )
        yield Conflict(message=message, places=(place,))
