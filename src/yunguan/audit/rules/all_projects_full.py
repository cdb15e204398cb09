"""各项目不会都是满分: three projects or more, and each has exactly 100."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.setting import Setting
from yunguan.audit.tables.sheet import Sheet
from yunguan.core.finding import Hint

LEAST = Setting("all_projects_full", "least", 3, "有几个项目都得满分时提示")
_FULL = 100
_TOTAL = re.compile(r"总\s*分|合\s*计|综合得分|自评(?:总)?得分")


@rule(
    "各项目自评得分不全是满分",
    why="各项目都得满分，多半是指标值定得低或没有如实扣分，复核时会逐项追问。",
    compares="列有各项目自评得分的表，或各项目自评表的总分，是不是个个都是100分。",
    silent="不足三个项目的，或有一个不是满分的，不提示。",
    caught=(
        "某局部门整体支出绩效自评报告\n| 项目名称 | 金额（万元） | 自评得分 |\n"
        "| 渠道维修 | 30.00 | 100 |\n| 清淤工程 | 12.00 | 100 |\n| 水质监测 | 8.00 | 100 |\n"
    ),
    passed=(
        "某局部门整体支出绩效自评报告\n| 项目名称 | 金额（万元） | 自评得分 |\n"
        "| 渠道维修 | 30.00 | 100 |\n| 清淤工程 | 12.00 | 96 |\n| 水质监测 | 8.00 | 98 |\n"
    ),
    remedy="逐个项目核对指标值和完成情况，如实扣分，或说明都得满分的理由。",
)
def all_projects_full(document: Document) -> Iterator[Verdict]:
    """Projects that all have the full score were not evaluated, or their targets ask for too little."""
    scores = [*_listed(document), *_totals(document)]
    if len(scores) < LEAST.number(document):
        return
    if all(fact.value == _FULL for fact in scores):
        message = f"{len(scores)}个项目的自评得分都是100分，请核对指标值是否偏低、有无应扣未扣的分。"
        yield finding(Hint, scores, message)
    else:
        yield relation(scores)


def _listed(document: Document) -> Iterator[Fact]:
    """The scores of a table with one project a row."""
    for sheet in document.sheets:
        column = sheet.column(r"得分|自评分|评价分数", "率")
        if column is None or sheet.column(r"分值|满分|权重", "得分") is not None or not _of_projects(document, sheet):
            continue
        yield from (fact for row, fact in sheet.pairs(column) if not row.is_total)


def _of_projects(document: Document, sheet: Sheet) -> bool:
    table = document.reading.table(sheet.table)
    return table is not None and any(re.search(r"项目名称|项目$", cell.strip()) for cell in table.rows[0])


def _totals(document: Document) -> Iterator[Fact]:
    """The total of each table that is about one project."""
    for sheet in document.sheets:
        points, score = sheet.column(r"分值|满分", "得分"), sheet.column(r"得分|自评分", "率")
        for row in sheet.rows:
            if points is None or score is None or not _TOTAL.search(row.label):
                continue
            whole, won = row.cells.get(points.index), row.cells.get(score.index)
            if whole is not None and won is not None and whole.value == _FULL:
                yield won
