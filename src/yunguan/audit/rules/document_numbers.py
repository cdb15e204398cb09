"""发文字号的年份用六角括号: 〔2023〕5号, never 【2023】5号 (GB/T 9704—2012, 7.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.prose import around, paragraphs
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Hint, Relation

_RIGHT = re.compile(r"[\u4e00-\u9fff]\s*〔\s*(?:19|20)\d{2}\s*〕\s*\d+\s*号")
_NO_BRACKETS = "【<〈＜"
_WRONG = re.compile(
    r"[\u4e00-\u9fff]\s*(?P<mark>[【\[［(（<〈＜])\s*(?P<year>(?:19|20)\d{2})\s*[】\]］)）>〉＞]\s*第?\s*\d+\s*号"
)


@rule(
    "发文字号用六角括号",
    why="发文字号里的年份应标全称，用六角括号“〔〕”括入（GB/T 9704—2012《党政机关公文格式》7.2.5）。",
    compares="正文里“机关代字＋年份＋序号＋号”的写法。",
    silent="没有序号和“号”字的年份，不当作发文字号；用圆括号、方括号的只提示。",
    caught="根据《关于开展自评工作的通知》（某财绩【2023】12号）开展自评。",
    passed="根据《关于开展自评工作的通知》（某财绩〔2023〕12号）开展自评。",
    remedy="把年份两边的括号改为六角括号“〔〕”。",
)
def document_numbers(document: Document) -> Iterator[Verdict]:
    """The year of a document number stands in 〔〕; 【】 is wrong, other brackets are a matter of type."""
    told: set[str] = set()
    for block in paragraphs(document.reading):
        for match in _WRONG.finditer(flat(block.text)):
            kind = Conflict if match["mark"] in _NO_BRACKETS else Hint
            place = around(block, *match.span())
            shown = match[0][match[0].index(match["mark"]) :]
            if shown in told:
                continue
            told.add(shown)
            message = f"“{place.quote}”的发文字号写作“{shown}”，年份应当用六角括号“〔{match['year']}〕”，请改正。"
            yield kind(message=message, places=(place,))
        for match in _RIGHT.finditer(flat(block.text)):
            yield Relation(places=(around(block, *match.span()),), operands=())
