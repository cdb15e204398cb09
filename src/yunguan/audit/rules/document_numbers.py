"""发文字号的年份用六角括号: 〔2023〕5号, never 【2023】5号 (GB/T 9704—2012, 7.2.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.prose import around, paragraphs
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Hint, Relation

_RIGHT = re.compile(r"[\u4e00-\u9fff]\s*〔\s*(?:19|20)\d{2}\s*〕\s*\d+\s*号")
_WRONG = re.compile(
    r"[\u4e00-\u9fff]\s*(?P<mark>[【\[［(（])\s*(?P<year>(?:19|20)\d{2})\s*[】\]］)）]\s*第?\s*\d+\s*号"
)


@rule("发文字号用六角括号")
def document_numbers(document: Document) -> Iterator[Verdict]:
    """The year of a document number stands in 〔〕; 【】 is wrong, other brackets are a matter of type."""
    for block in paragraphs(document.reading):
        for match in _WRONG.finditer(block.text):
            kind = Conflict if match["mark"] == "【" else Hint
            place = around(block, *match.span())
            shown = match[0][match[0].index(match["mark"]) :]
            message = f"“{place.quote}”的发文字号写作“{shown}”，年份应当用六角括号“〔{match['year']}〕”，请改正。"
            yield kind(message=message, places=(place,))
        for match in _RIGHT.finditer(block.text):
            yield Relation(places=(around(block, *match.span()),), operands=())
