"""先开工后竣工: what ends does not end before it began."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from yunguan.audit.days import day_of
from yunguan.audit.prose import paragraphs
from yunguan.audit.quantities import flat
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.core.finding import Contradiction, Relation
from yunguan.core.reading import Block

_DAY = r"(?:(?P<{0}_year>(?:19|20)\d{{2}})\s*年\s*)?(?P<{0}_month>\d{{1,2}})\s*月\s*(?:(?P<{0}_day>\d{{1,2}})\s*日)?"
_SPAN = re.compile(
    r"(?:于|自|从)?\s*"
    + _DAY.format("first")
    + r"[^，,。；;\d]{0,8}?(?P<began>开工|动工|开始|启动|立项|招标|签订合同|受理)"
    + r"[^。；;\d]{0,24}?[，,]?[^。；;\d]{0,16}?"
    + _DAY.format("last")
    + r"[^，,。；;\d]{0,8}?(?P<ended>竣工|完工|结束|验收|交付|办结|完成)"
)
_MONTH_END = 28


@rule(
    "先开工后竣工",
    why="同一件事先开始后结束，竣工、验收的日期不会早于开工的日期。",
    compares="同一句话里的开工（动工、启动、签订合同）日期与后面的竣工（完工、验收、交付、办结）日期。",
    silent="没有写年份又可能跨年的、两个日期之间另有句号的，不核对。",
    caught="项目于2023年9月20日开工建设，2023年8月25日竣工验收。",
    passed="项目于2023年8月25日开工建设，2023年9月20日竣工验收。",
    remedy="对照合同和验收单核实两个日期，改正写错的一处。",
)
def order_of_dates(document: Document) -> Iterator[Verdict]:
    """What began on a day does not end on an earlier one."""
    for block in paragraphs(document.reading):
        for match in _SPAN.finditer(flat(block.text)):
            verdict = _judged(block, match)
            if verdict is not None:
                yield verdict


def _judged(block: Block, match: re.Match[str]) -> Verdict | None:
    first, last = (_date(match, name) for name in ("first", "last"))
    if first is None or last is None:
        return None
    place = block.place(block.text[match.start() : match.end()].strip())
    if first <= last:
        return Relation(places=(place,), operands=())
    message = f"“{place.quote}”写的{match['ended']}日期早于{match['began']}日期；这两处不能同时成立，请核对。"
    return Contradiction(message=message, places=(place,))


def _date(match: re.Match[str], name: str) -> date | None:
    """The day as printed, the end of its month where no day is; the year of the first holds for the last."""
    year = match[f"{name}_year"] or (match["first_year"] if name == "last" else None)
    if year is None:
        return None
    if match[f"{name}_year"] is None and match["last_day"] is None:
        return None
    default = "1" if name == "first" else str(_MONTH_END)
    return day_of(year, match[f"{name}_month"], match[f"{name}_day"] or default)
