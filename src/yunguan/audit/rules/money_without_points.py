"""有支出的执行率行不得零分: money was budgeted and spent, and the execution row has no points or no score."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.compare import finding, relation
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.tables.sheet import Sheet, SheetRow
from yunguan.core.finding import Conflict


@rule(
    "有支出的执行率行不得零分",
    why="预算执行率占10分，按执行率计分（财预〔2020〕10号），有预算也有支出的，分值和得分都不会是零。",
    compares="资金总额行的全年预算数、全年执行数与同一行的分值、得分。",
    silent="分值、得分空着或是横线的，以及没有支出的，不核对。",
    caught=(
        "某局项目支出绩效自评表\n单位：万元\n| 项目 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
        "| 年度资金总额 | 80.00 | 76.00 | 10 | 95% | 0 |\n| 其中：财政拨款 | 80.00 | 76.00 | — | — | — |\n"
    ),
    passed=(
        "某局项目支出绩效自评表\n单位：万元\n| 项目 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
        "| 年度资金总额 | 80.00 | 76.00 | 10 | 95% | 9.5 |\n| 其中：财政拨款 | 80.00 | 76.00 | — | — | — |\n"
    ),
    remedy="按执行率补上分值和得分；没有支出的，核对执行数。",
)
def money_without_points(document: Document) -> Iterator[Verdict]:
    """A row with a budget and expenditure wins points for its execution; zero needs a reason."""
    for sheet in document.sheets:
        for row in sheet.rows:
            yield from _judged(sheet, row)


def _judged(sheet: Sheet, row: SheetRow) -> Iterator[Verdict]:
    columns = (
        sheet.column(r"全年预算|调整后?预算|年初预算|预算数"),
        sheet.column(r"执行数|实际支出|支出数", "率"),
        sheet.column(r"分值|权重", "得分"),
        sheet.column(r"得分", "率"),
    )
    budget, spent, points, score = (None if each is None else row.cells.get(each.index) for each in columns)
    if budget is None or spent is None or score is None or not (budget.value and spent.value):
        return
    facts = tuple(each for each in (score, points, budget, spent) if each is not None)
    if score.value and (points is None or points.value):
        yield relation(facts)
        return
    said = f"预算{budget.quantity.text}、执行{spent.quantity.text}"
    what = "分值和得分都是0" if points is not None and not points.value else "得分是0"
    message = f"“{row.name or row.quote[:20]}”{said}，{what}；只有评分办法不计执行率时才能成立，文中没有写明，请核对。"
    yield finding(Conflict, facts, message, stated=score.quantity.text)
