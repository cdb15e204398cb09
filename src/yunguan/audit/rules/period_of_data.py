"""数据截止期与年度一致: the cover after the year's end, counts up to the year's end, this year's data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yunguan.audit.identity import DocumentKind
from yunguan.audit.prose import around, paragraphs
from yunguan.audit.quantities import scan
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Hint, Relation
from yunguan.core.reading import Block

_CUT_OFF = re.compile(
    r"(?:截[至止]到?|至)\s*(?:(?P<year>(?:19|20)\d{2})年|今年|本年|当年)?\s*(?P<month>\d{1,2})\s*月(?:份|底|末)?(?!\s*\d{1,2}\s*日)"
    r"|(?<![\d年月])1\s*(?:月\s*)?[—–~～至-]\s*(?P<to>\d{1,2})\s*月(?:份)?"
)
_LEADS = r"^(?:截[至止]\s*)?{year}\s*年\s*(?:度|底|末)?(?:以来)?[，,]?"
_LAST_MONTH = 12
_FEWEST = 1


@rule(
    "数据截止期与年度一致",
    why=(
        "年度报告在年度终了后签署，数据应当是全年数；数据只到年中，或者误用上年的数，"
        "都不能反映全年绩效（《预算法》第七十四条：决算在每一预算年度终了后编制）。"
    ),
    compares="封面日期与报告年度，“截至10月底”“1—9月”等截止期，以及段首写作上年的数据。",
    silent="认不出种类的文件不核对；预算公开不核对截止期；同一句里既有本年又有上年的，视为对比。",
    caught="某某县公路站部门整体支出绩效自评报告\n\n（2023年度）\n\n2023年11月2日\n\n一、绩效情况\n\n全年检查 30 次。",
    passed="某某县公路站部门整体支出绩效自评报告\n\n（2023年度）\n\n2024年4月3日\n\n一、绩效情况\n\n全年检查 30 次。",
    remedy="把数据补到12月31日，核对封面日期和年度；确需用其他时点的，写明原因。",
    of_known_kinds=True,
)
def period_of_data(document: Document) -> Iterator[Verdict]:
    """A report on a year is signed after its end and counts up to its end, not to a month within it or of last year."""
    identity = document.identity
    if identity.kind is DocumentKind.UNKNOWN:
        return
    year, plan = identity.year, identity.kind is DocumentKind.PLAN
    if not plan and year is not None and identity.signed is not None and identity.signed_block is not None:
        yield _signed(identity.signed, identity.signed_block, year)
    for block in paragraphs(document.reading):
        if not plan:
            yield from _stale(block, year)
        if year is not None and block not in identity.cover[:3]:
            yield from _last_year(block, year)


def _signed(signed: date, block: Block, year: int) -> Verdict:
    place = block.place(block.text)
    if signed > date(year, _LAST_MONTH, 31):
        return Relation(places=(place,), operands=())
    message = f"封面日期“{block.text}”早于{year}年年末，{year}年度还没有结束，报告却已写成全年情况，请核对日期或年度。"
    return Conflict(message=message, places=(place,))


def _stale(block: Block, year: int | None) -> Iterator[Verdict]:
    for match in _CUT_OFF.finditer(block.text):
        month = int(match["month"] or match["to"])
        own = match["year"] is None or year is None or int(match["year"]) == year
        if own and 0 < month < _LAST_MONTH and _counted(block, match.end()):
            place = around(block, *match.span())
            message = f"“{place.quote}”的数据只到{month}月，年度报告应当用全年数，请补到12月底或写明原因。"
            yield Hint(message=message, places=(place,))


def _counted(block: Block, start: int) -> bool:
    sentence = re.split(r"[。；]", block.text[start:])[0]
    return len(list(scan(sentence))) >= _FEWEST


def _last_year(block: Block, year: int) -> Iterator[Verdict]:
    lead = re.match(_LEADS.format(year=year - 1), block.text)
    if lead is None:
        return
    sentence = re.split(r"[。；]", block.text)[0]
    if str(year) not in sentence and list(scan(sentence[lead.end() :])):
        message = f"“{sentence[:30]}”说的是{year - 1}年，本报告是{year}年度的，请核对是否误用了上年的数据。"
        yield Hint(message=message, places=(block.place(sentence),))
