"""写明没有完成的指标不得满分: the row says 未完成 and wins all its points; the report says so and the total is 100."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.compare import finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.scoring.told import LEAST_WHOLE, Told, told_scores
from yunguan.audit.shortage import missed_target, shortage, shortage_before_score
from yunguan.audit.tables.scores import Scored, scored_rows
from yunguan.core.finding import Conflict

_CLAUSE_ENDS = re.compile(r"[。；;!?！？]")


@rule(
    "写明没有完成的指标不得满分",
    why="没有完成指标值的要按完成程度扣分并说明原因，一边写没有完成、一边得满分，两处对不上。",
    compares="自评表同一行的实际完成情况、偏差原因的文字，或正文一项指标的说明，与它的分值和得分。",
    silent="只写努力方向而没有写“未完成”“未达到”一类话的，不核对。",
    caught=(
        "某局项目支出绩效自评表\n| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |\n"
        "| 维修渠道 | 全部完成 | 部分标段未完成 | 20 | 20 |  |\n| 验收合格率 | ≥95% | 98% | 10 | 10 |  |\n"
    ),
    passed=(
        "某局项目支出绩效自评表\n| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |\n"
        "| 维修渠道 | 全部完成 | 部分标段未完成 | 20 | 16 | 雨季停工 |\n| 验收合格率 | ≥95% | 98% | 10 | 10 |  |\n"
    ),
    remedy="核对完成情况，没有完成的按评分办法扣分；已经完成的，改正文字。",
)
def full_points_beside_shortage(document: Document) -> Iterator[Verdict]:
    """An indicator whose own row or text says that it was not fulfilled does not win all its points."""
    for each in document.once(scored_rows):
        short = _shortage(each)
        if short and each.full:
            yield _full(each.row.name or each.row.quote[:20], short, each)
        elif short:
            yield relation((each.score, each.points))
    for told in document.once(told_scores):
        short = missed_target(told.text) or shortage_before_score(told.before)
        if short and told.points.value < LEAST_WHOLE and not told.excused:
            rates = _rates_beside(document, told, short)
            yield _full(told.name, short, told, rates) if told.full else relation((told.score, told.points, *rates))


def _rates_beside(document: Document, told: Told, short: str) -> tuple[Fact, ...]:
    """The rates of the clause that says that the target was missed: 满意度 88.4 %，低于目标值 95 %."""
    at = told.text.index(short)
    before, behind = _CLAUSE_ENDS.split(told.text[:at])[-1], _CLAUSE_ENDS.split(told.text[at:], maxsplit=1)[0]
    start, end = told.around[0] + at - len(before), told.around[0] + at + len(behind)
    beside = (fact for fact in document.facts if fact.block is told.points.block and fact.quantity.is_rate)
    return tuple(fact for fact in beside if start <= fact.quantity.start < end)


def _full(name: str, short: str, each: Scored | Told, beside: tuple[Fact, ...] = ()) -> Verdict:
    message = (
        f"“{name}”写着“{short}”，却得满分{each.score.quantity.text}；"
        "只有没有完成的部分不属于这个指标时才能同时成立，请核对得分或文字。"
    )
    return finding(Conflict, (each.score, each.points, *beside), message, stated=each.score.quantity.text)


def _shortage(each: Scored) -> str:
    """The words of the row that say it was not fulfilled, "" where there are none; its name does not count."""
    return shortage(each.row.quote.replace(each.row.label, "", 1))
