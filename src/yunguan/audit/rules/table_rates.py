"""表内比率等于同行两数之比: 执行率, 控制率, 得分率 and the score of the execution row, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from yunguan.audit.compare import finding, operands, rate_verdict, relation
from yunguan.audit.facts import Fact
from yunguan.audit.intervals import HUNDRED, rate_interval, ratio
from yunguan.audit.misread import unless_misread
from yunguan.audit.printing import printed
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow
from yunguan.core.finding import Conflict, Doubt, Hint


@rule(
    "表内比率等于同行两数之比",
    why=(
        "表里的执行率、控制率、得分率应当等于同一行两个数之比；执行率一行的得分等于分值乘以执行率，"
        "最多得满分（财预〔2020〕10号所附自评表；财预〔2013〕53号）。"
    ),
    compares="表内逐行的比率与同一行的分子、分母，以及执行率、分值和得分。",
    silent="缺分子或分母的行不核对；多数行都对不上时，多半是栏目没有认对，只记一次无法判定。",
    caught=(
        "资金情况表\n单位：万元\n\n| 项目 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
        "| 资金总额 | 90.00 | 100.00 | 95.00 | 10 | 85.00% | 8.50 |"
    ),
    passed=(
        "资金情况表\n单位：万元\n\n| 项目 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
        "| 资金总额 | 90.00 | 100.00 | 95.00 | 10 | 95.00% | 9.50 |"
    ),
    remedy="按同一行的两个数重新计算比率；得分不按执行率计的，写明评分办法。",
)
def table_rates(document: Document) -> Iterator[Verdict]:
    """A rate in a table is the ratio of the two numbers beside it; the execution row wins its points by its rate.

    执行率 is spent over the adjusted budget, or over the first one where no other stands there (财预〔2020〕10号).
    """
    for sheet in document.sheets:
        yield from unless_misread((verdict for row in sheet.rows for verdict in _of_row(sheet, row)), "个比率")


def _of_row(sheet: Sheet, row: SheetRow) -> Iterator[Verdict]:
    for rate, part, wholes in _pairs(sheet):
        stated, above = _cell(row, rate), _cell(row, part)
        below = [cell for column in wholes if (cell := _cell(row, column)) is not None and cell.value]
        if stated is not None and above is not None and below and stated.quantity.is_rate:
            yield _judged(stated, above, below)
    yield from _score(sheet, row)


def _pairs(sheet: Sheet) -> Iterator[tuple[Column | None, Column | None, list[Column | None]]]:
    """The rate column with the column of its part and those that can be its whole, the likeliest first."""
    budgets = [sheet.column(r"全年预算|调整后?预算|预算调整数"), sheet.column(r"年初预算|预算数", "全年|调整")]
    yield sheet.column(r"执行率|完成率|完成预算"), sheet.column(r"执行数|决算数|实际支出|支出数", "率"), budgets
    yield sheet.column(r"控制率"), sheet.column(r"在职", "率"), [sheet.column(r"编制", "率")]
    yield sheet.column(r"得分率"), sheet.column(r"得分", "率"), [sheet.column(r"分值|满分|权重")]


def _cell(row: SheetRow, column: Column | None) -> Fact | None:
    return None if column is None else row.cells.get(column.index)


def _judged(stated: Fact, part: Fact, wholes: list[Fact]) -> Verdict:
    for whole in wholes:
        given = ratio(part, whole)
        if given is not None and rate_interval(stated).overlaps(given):
            return relation((stated, part, whole))
    given = ratio(part, wholes[0])
    if given is None:
        return Doubt(
            message=f"“{stated.quote}”的分母可能为零，没有判定",
            places=(stated.place,),
            operands=operands((stated, part, *wholes)),
        )
    return rate_verdict(stated, given, (part, wholes[0]), f"{part.quantity.text}÷{wholes[0].quantity.text}")


def _score(sheet: Sheet, row: SheetRow) -> Iterator[Verdict]:
    """得分 = 分值 × min(1, 执行率) where the row states all three."""
    rate, points = _cell(row, sheet.column(r"执行率")), _cell(row, sheet.column(r"分值|权重"))
    score = _cell(row, sheet.column(r"得分", "率"))
    if rate is None or points is None or score is None or not rate.quantity.is_rate:
        return
    due = points.value * min(Decimal(1), rate.quantity.value / HUNDRED)
    facts = (score, points, rate)
    if abs(score.value - due) <= max(score.step, Decimal("0.01")):
        yield relation(facts)
        return
    shown = {"expected": printed(round(due, 2)), "stated": score.quantity.text}
    said = f"执行率{rate.quantity.text}、分值{points.quantity.text}"
    message = f"{said}，按比例应得{shown['expected']}分，写的是{score.quantity.text}"
    if score.value <= due and "." not in score.quantity.text:
        yield finding(Hint, facts, f"{message}；可能按档计分，请核对评分办法。", **shown)
    else:
        text = f"{message}；只有评分办法不是按执行率计分时才能同时成立，文中没有写明，请核对。"
        yield finding(Conflict, facts, text, **shown)
