"""数据时点不晚于落款日期: what is told as done by a day stands in a paper that was signed on or after that day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yunguan.audit.compare import CANNOT
from yunguan.audit.days import day_of
from yunguan.audit.prose import around, paragraphs
from yunguan.audit.quantities import scan
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Contradiction, Relation
from yunguan.core.reading import Block

_SIGNED = re.compile(r"\s*((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日\s*")
_UNTIL = re.compile(
    r"(?<![报受延])(?:截[至止]到?\s*((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
    r"|((?:19|20)\d{2})\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?\s*[至—–~～-]\s*(?:((?:19|20)\d{2})\s*年\s*)?"
    r"(\d{1,2})\s*月\s*(\d{1,2})\s*日[^，。；]{0,30}(?:进行了|开展了|实施了))"
)
_TO_COME = re.compile(r"\s*(?:前|之前|以前|止(?:完成|报))|[^，。；]{0,6}(?:截止时间|期限)")


@rule(
    "数据时点不晚于落款日期",
    why="落款那天还没有到的日子，不会已有截至那天的数据（《党政机关公文处理工作条例》第九条：成文日期署会议通过或签发日期）。",
    compares="“截至某年某月某日”已经完成的数，或者“对某日至某日的情况进行了审查”，与文末的落款日期。",
    silent="没有单独一行落款日期的不核对；“某日前完成”一类的期限不是数据时点。",
    caught="整改情况报告\n\n2024年10月15日\n\n截至2024年10月31日，已完成整改 17 个。",
    passed="整改情况报告\n\n2024年11月15日\n\n截至2024年10月31日，已完成整改 17 个。",
    remedy="核对落款日期和数据的截止日期，改正写错的一处。",
)
def data_after_signature(document: Document) -> Iterator[Verdict]:
    """No count is told up to a day, and no period reviewed, that was still to come when the paper was signed."""
    blocks = list(paragraphs(document.reading))
    dated = ((block, match) for block in reversed(blocks) if (match := _SIGNED.fullmatch(block.text)))
    closing, match = next(dated, (None, None))
    signed = day_of(*match.groups()) if match is not None else None
    if closing is None or signed is None:
        return
    for block in blocks:
        for until in _UNTIL.finditer(block.text):
            told = _told(until)
            if told is not None and not _TO_COME.match(block.text, until.end()) and _counted(block, until):
                yield _judged(block, until, (told, signed), closing)


def _judged(block: Block, until: re.Match[str], days: tuple[date, date], closing: Block) -> Verdict:
    places = (around(block, *until.span()), closing.place(closing.text.strip()))
    if days[0] <= days[1]:
        return Relation(places=places, operands=())
    message = f"“{until[0]}”晚于落款日期“{closing.text.strip()}”，落款时还没有到这一天；{CANNOT}。"
    return Contradiction(message=message, places=places)


def _told(until: re.Match[str]) -> date | None:
    year, month, day, begun, ended, last_month, last_day = until.groups()
    return day_of(year, month, day) if year else day_of(ended or begun, last_month, last_day)


def _counted(block: Block, until: re.Match[str]) -> bool:
    """A cut-off is of data only where its sentence counts something; a period under review needs no count."""
    sentence = re.split(r"[。；]", block.text[until.end() :])[0]
    return until[4] is not None or any(True for _ in scan(sentence))
