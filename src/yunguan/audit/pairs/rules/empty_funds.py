"""没有的资金在决算表里也没有: 政府性基金 and 国有资本经营预算, said to be none or to be something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from yunguan.audit.facts import Fact
from yunguan.audit.pairs.pair import Kin, Pair, pair_rule
from yunguan.audit.prose import paragraphs
from yunguan.audit.quantities import scan, unspaced
from yunguan.audit.rule import Document, Verdict
from yunguan.audit.tables.naming import Spans, name_of, spans_of
from yunguan.core.finding import Conflict, Contradiction, Place, Relation
from yunguan.core.reading import Block, Table

_FUNDS: Final = ("政府性基金", "国有资本经营")
_NONE = r"(?:没有|无|未安排|未发生|不涉及|未使用)[^，。；]{{0,12}}{fund}[^。；]*(?:支出|收支|收入|预算|安排|项目|资金)"
_NONE_BEHIND = r"{fund}预算(?:财政拨款)?(?:收入|支出|收支|安排|资金)*(?:情况)?(?:为)?(?:没有|无(?!法)|零|0(?![.\d]))"
_PLAIN_NONE = re.compile(
    r"^(?:本|我)?(?:单位|部门|中心)?(?:本?年度?)?(?:没有|无)(?:此项|该项|相关)?(?:支出|内容|情况|收支)?。?$"
)

_OTHER_YEAR = re.compile(r"上年|去年|比(?:19|20)\d{2}")
_BEFORE = 8


@pair_rule(
    "没有的资金在决算表里也没有",
    Kin.COMPANION,
    why="报告写没有政府性基金、国有资本经营预算支出的，同年决算的这张表应当是空的；表里有数的，报告里也应当写出。",
    compares="报告里“没有……预算支出”的说法或这一章写出的支出，与同年决算中这张表的金额。",
    silent="决算里没有这张表时，不核对。",
    beside=(
        "某某县测绘中心2023年度部门决算\n\n政府性基金预算财政拨款收入支出决算表\n单位：万元\n\n"
        "| 项目 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余 |\n| 合计 | 0.00 | 12.00 | 12.00 | 0.00 |"
    ),
    caught=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、政府性基金预算支出情况\n\n"
        "我单位没有政府性基金预算支出。"
    ),
    passed=(
        "某某县测绘中心部门整体支出绩效自评报告\n（2023年度）\n\n一、政府性基金预算支出情况\n\n"
        "政府性基金支出 12.00 万元，用于测量站。"
    ),
    remedy="对照决算表，补写这一章的支出，或者改正“没有”的说法。",
)
def empty_funds(pair: Pair) -> Iterator[Verdict]:
    """A unit without fund or state-capital expenditure has an empty table of it in its accounts, and the other way."""
    for fund in _FUNDS:
        cells = _amounts(pair.other, fund)
        if cells is None:
            continue
        said = _said_none(pair.document, fund)
        spent = _said_some(pair.document, fund)
        if said is not None and cells:
            message = (
                f"本报告写的是没有{fund}预算支出，“{pair.other_name}”的{fund}表里却有{cells[0].quantity.text}；"
                "两份文件不能同时成立，请核对。"
            )
            places = (pair.ours(said), pair.theirs(cells[0].place))
            yield Contradiction(message=message, places=places, operands=(replace(cells[0].operand, spot=None),))
        elif said is not None:
            yield Relation(places=(pair.ours(said),), operands=())
        elif spent is not None and not cells:
            message = (
                f"本报告写有{fund}支出{spent.quantity.text}，“{pair.other_name}”的{fund}表却是空的；"
                "只有这笔钱不在本单位决算时才能同时成立，请核对或写明。"
            )
            yield Conflict(message=message, places=(pair.ours(spent.place),), operands=(spent.operand,))


def _amounts(document: Document, fund: str) -> list[Fact] | None:
    """The amounts other than zero in the table of this fund; None where the document has no such table."""
    spans = spans_of(document.reading)
    titled = [table for table in document.reading.tables if fund in _title(document, table, spans)]
    sheets = [sheet for sheet in document.sheets if fund in sheet.title]
    if not titled and not sheets:
        return None
    return [fact for sheet in sheets for fact in sheet.facts if fact.quantity.is_money and fact.value]


def _title(document: Document, table: Table, spans: Spans) -> str:
    """The words that name a table, also where it has no numbers and so no sheet."""
    named = name_of(document.reading, table, spans)
    return table.where + ("" if named is None else named.text)


def _said_none(document: Document, fund: str) -> Place | None:
    for block in paragraphs(document.reading):
        none = re.search(_NONE.format(fund=fund), block.text) or re.search(_NONE_BEHIND.format(fund=fund), block.text)
        if none and not _OTHER_YEAR.search(block.text[max(0, none.start() - _BEFORE) : none.end()]):
            return block.place(block.text[none.start() : none.end()])
        if _under(block, fund) and _PLAIN_NONE.match(unspaced(block.text)):
            return block.place(block.text)
    return None


def _said_some(document: Document, fund: str) -> Fact | None:
    """An amount of expenditure in the chapter of the fund, or bound to its name."""
    for fact in document.facts:
        named = fund in fact.lead and "支出" in fact.lead
        if fact.quantity.is_money and fact.value and (named or (_under(fact.block, fund) and "支出" in fact.lead)):
            return fact
    return None


def _under(block: Block, fund: str) -> bool:
    """True for a block of the chapter that is about this fund alone."""
    last = block.path[-1] if block.path else ""
    return fund in last and not any(other in last for other in _FUNDS if other != fund) and not list(scan(last))
