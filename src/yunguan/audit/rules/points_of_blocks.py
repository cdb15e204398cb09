"""各类指标的分值合计与标明的分值一致: 产出指标（50分）against the points of the rows in that block."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.quantities import unspaced
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.tables.sheet import Column, Sheet
from yunguan.core.finding import Conflict, Doubt

_BLOCK = re.compile(r"^(?P<name>[\u4e00-\u9fff]{2,10}?)(?:指标)?[（(]\s*(?P<points>\d{1,3}(?:\.\d)?)\s*分\s*[)）]$")
_FEWEST = 2


@rule(
    "各类指标的分值合计与标明的分值一致",
    why="自评表按产出、效益、满意度等分类，每类标明总分，类内各指标的分值加起来就是它。",
    compares="表中“产出指标（50分）”一类的标题与该类各行的分值之和。",
    silent="没有标明分值的类、只有一行的类、认不出分值栏的表，不核对。",
    caught=(
        "某局项目支出绩效自评表\n| 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n"
        "| 产出指标（50分） | 维修渠道 | 200公里 | 200公里 | 30 | 30 |\n"
        "|  | 清淤 | 90公里 | 90公里 | 15 | 15 |\n| 效益指标（30分） | 灌溉面积 | 80亩 | 80亩 | 30 | 30 |\n"
    ),
    passed=(
        "某局项目支出绩效自评表\n| 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n"
        "| 产出指标（50分） | 维修渠道 | 200公里 | 200公里 | 30 | 30 |\n"
        "|  | 清淤 | 90公里 | 90公里 | 20 | 20 |\n| 效益指标（30分） | 灌溉面积 | 80亩 | 80亩 | 30 | 30 |\n"
    ),
    remedy="核对各指标的分值和类的总分，改正其中写错的数。",
)
def points_of_blocks(document: Document) -> Iterator[Verdict]:
    """The points that a block of indicators states are the sum of the points of its rows."""
    for sheet in document.sheets:
        column = sheet.column(r"分值|满分|权重", "得分|自评分")
        if column is not None:
            yield from _of_sheet(sheet, column)


def _of_sheet(sheet: Sheet, column: Column) -> Iterator[Verdict]:
    blocks: dict[str, list[Fact]] = defaultdict(list)
    for row in sheet.rows:
        fact = row.cells.get(column.index)
        if fact is not None and not row.is_total:
            blocks[row.group].append(fact)
    last = next(reversed(blocks), None)
    for group, facts in blocks.items():
        named = _BLOCK.match(unspaced(group))
        if named is None or len(facts) < _FEWEST or any(fact.quantity.is_rate for fact in facts):
            continue
        stated, added = Decimal(named["points"]), sum((fact.value for fact in facts), Decimal(0))
        if stated == added:
            yield relation(facts)
            continue
        if group == last and stated > added and not any(row.is_total for row in sheet.rows):
            yield Doubt(message=f"“{group}”是表的最后一段，所列分值不足，表可能没有摘完，没有判定。", places=())
            continue
        terms = "＋".join(fact.quantity.text for fact in facts)
        message = f"“{group}”各指标的分值{terms}＝{printed(added)}，与标明的{named['points']}分不符；"
        message += "只有表中另有没有列出的指标时才能同时成立，请核对。"
        gap = printed(stated - added)
        yield finding(Conflict, facts, message, expected=printed(added), stated=named["points"], difference=gap)
