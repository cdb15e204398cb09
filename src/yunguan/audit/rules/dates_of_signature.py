"""填报日期晚于年度终了: the date of filling in and signing, in tables and at the end, after the year it reports on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yunguan.audit.days import day_of
from yunguan.audit.identity import DocumentKind, Identity
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Conflict, Relation
from yunguan.core.reading import Block

_SIGNED = re.compile(
    r"(?:填报|填表|填写|报告|签字|编制|上报|评价)(?:日期|时间)\s*[:：]?\s*"
    r"(?P<year>(?:19|20)\d{2})\s*[年./-]\s*(?P<month>\d{1,2})\s*(?:[月./-]\s*(?:(?P<day>\d{1,2})日?)?)?"
)
_FORM = re.compile(r"绩效自评表\s*$")
_REPORTS = {DocumentKind.DEPARTMENT, DocumentKind.PROJECT, DocumentKind.ACCOUNT}


@rule(
    "填报日期晚于年度终了",
    why="自评和决算说的是全年的结果，年度还没有结束就填报，写的不会是全年数。",
    compares="“填报日期”“填表日期”一类的日期，与报告年度的12月31日。",
    silent="看不出报告年度的、预算公开、中期监控的，不核对。",
    caught=(
        "2023年度部门整体支出绩效自评报告\n一、情况\n已自评。\n| 填表人 | 李某 | 填报日期：2023年11月20日 |\n"
        "| 审核人 | 王某 | 联系电话：略 |"
    ),
    passed=(
        "2023年度部门整体支出绩效自评报告\n一、情况\n已自评。\n| 填表人 | 李某 | 填报日期：2024年3月20日 |\n"
        "| 审核人 | 王某 | 联系电话：略 |"
    ),
    remedy="核对日期和年度，改正其中写错的一处。",
)
def dates_of_signature(document: Document) -> Iterator[Verdict]:
    """What reports on a year is filled in after its end; the cover's own date is `period_of_data`'s."""
    identity = document.identity
    if identity.year is None or not (identity.kind in _REPORTS or _is_form(identity)):
        return
    for block in document.reading.blocks:
        if block is identity.signed_block or "监控" in block.text:
            continue
        match = _SIGNED.search(block.text)
        signed = day_of(match["year"], match["month"], match["day"] or "28") if match is not None else None
        if match is not None and signed is not None:
            yield _judged(block, match[0], signed, identity.year)


def _is_form(identity: Identity) -> bool:
    """True for a self-evaluation form without a report around it."""
    return identity.kind is DocumentKind.UNKNOWN and any(_FORM.search(block.text) for block in identity.cover)


def _judged(block: Block, said: str, signed: date, year: int) -> Verdict:
    place = block.place(said)
    if signed > date(year, 12, 31):
        return Relation(places=(place,), operands=())
    message = f"“{said}”早于{year}年年末，{year}年度还没有结束，请核对日期或年度。"
    return Conflict(message=message, places=(place,))
