"""所说项数与下文条数一致: 以下四项工作 against the 一是, 二是 or the numbered headings that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yunguan.audit import numerals
from yunguan.audit.compare import CANNOT
from yunguan.audit.prose import around, paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Contradiction, Relation
from yunguan.core.reading import Block

_SAID = re.compile(
    r"(?:以下|下列|如下|[做抓存有从为在的个下]|主要)?(?P<count>[二两三四五六七八九十]|\d{1,2})\s*(?P<unit>个?方面|大?项|点|条|个|大)"
    r"(?P<noun>[^。；;，,：:、\d]{0,12})[:：]\s*"
)
_FIRST = re.compile(r"一是|第一[,，]|首先")
_ORDINAL = re.compile(r"(?:^|[。；;：:，,\s“”、])(?P<number>[一二三四五六七八九十])是")
_ITEM = re.compile(
    r"\s*(?:(?P<chapter>[一二三四五六七八九十]{1,2})、|[（(]\s*(?P<part>[一二三四五六七八九十]{1,2})\s*[)）]|(?P<point>\d{1,2})\s*[.．、](?!\d))"
)
_ENDED = re.compile(r"[。；！？;!?]\s*[”’）)]*\s*$")
_ORDINALS = "一二三四五六七八九十"
_FEWEST = 2
_FARTHEST = 400


@rule(
    "所说项数与下文条数一致",
    why="先说有几个方面、几项工作，再逐条来写的，写出的条数应当与所说的数相等（《党政机关公文处理工作条例》第二十条）。",
    compares="“以下四项工作：一是……”“存在五个方面的问题：”后面的“一是、二是”，或者紧接着的同级序号。",
    silent="后面没有编号、只写出一条的，以及文件在列举中断开的，不核对。",
    caught="下一步做好以下四项工作：一是整改问题；二是加大抽检；三是健全机制。",
    passed="下一步做好以下三项工作：一是整改问题；二是加大抽检；三是健全机制。",
    remedy="补上漏写的一条，或者改正数词。",
)
def count_of_items(document: Document) -> Iterator[Verdict]:
    """A number of things that are then told under 一是, 二是 or under numbers equals how many are told."""
    blocks = list(paragraphs(document.reading))
    for index, block in enumerate(blocks):
        for match in _SAID.finditer(block.text):
            said = int(match["count"]) if match["count"].isdigit() else numerals.value(match["count"])
            told = _ordinals(block, match.end()) if _FIRST.match(block.text, match.end()) else 0
            if not told and match.end() == len(block.text):
                following = blocks[index + 1 : index + 1 + _FARTHEST]
                told = _items(following) or _ordinals_below(following)
            if said and told >= _FEWEST:
                yield _judged(block, match, said, told)


def _ordinals(block: Block, start: int) -> int:
    """How many follow one another: 一是, 二是, 三是; 0 where the paragraph breaks off in the last."""
    told = 0
    for match in _ORDINAL.finditer(block.text, max(0, start - 1)):
        number = _ORDINALS.index(match["number"]) + 1
        if number != told + 1:
            break
        told = number
    return told if _ENDED.search(block.text) else 0


def _ordinals_below(following: Sequence[Block]) -> int:
    """How many paragraphs follow that open with 一是, 二是, 三是; 0 where the document ends inside the last."""
    told = 0
    for block in following:
        match = _ORDINAL.match(block.text)
        if match is None or _ORDINALS.index(match["number"]) != told:
            break
        told += 1
    return told if told and _ENDED.search(following[told - 1].text) else 0


def _items(following: Sequence[Block]) -> int:
    """How many numbered paragraphs of one level follow at once; 0 where the document ends before the list does."""
    level, told = "", 0
    for block in following:
        match = _ITEM.match(block.text)
        own = (match.lastgroup or "") if match else ""
        if not told and not own:
            return 0
        if not own or (told and own != level):
            if told and own and _above(own, level):
                return told
            continue
        number = _number(match[own]) if match else 0
        if number != told + 1:
            return told
        level, told = own, number
    return told if following and _ENDED.search(following[-1].text) else 0


def _above(own: str, level: str) -> bool:
    order = ("chapter", "part", "point")
    return order.index(own) < order.index(level)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else numerals.value(text) or 0


def _judged(block: Block, match: re.Match[str], said: int, told: int) -> Verdict:
    place = around(block, *match.span())
    if said == told:
        return Relation(places=(place,), operands=())
    words = match[0].strip("：: ")
    message = f"“{words}”说的是{said}{match['unit']}，后面写出的是{told}{match['unit']}；{CANNOT}。"
    return Contradiction(
        message=message, places=(place,), expected=str(told), stated=str(said), difference=str(said - told)
    )
