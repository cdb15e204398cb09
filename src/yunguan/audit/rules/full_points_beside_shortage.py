"""写明没有完成的指标不得满分: the row says 未完成 and wins all its points; the report says so and the total is 100."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.compare import finding, relation
from yunguan.audit.rule import Document, Verdict, rule
from yunguan.audit.shortage import shortage
from yunguan.audit.tables.scores import Scored, scored_rows
from yunguan.core.finding import Conflict


@rule(
    "写明没有完成的指标不得满分",
    why="没有完成指标值的要按完成程度扣分并说明原因，一边写没有完成、一边得满分，两处对不上。",
    compares="自评表同一行的实际完成情况、偏差原因的文字，与这一行的分值和得分。",
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
    """An indicator whose own row says that it was not fulfilled does not win all its points."""
    for each in document.once(scored_rows):
        short = _shortage(each)
        if short and each.full:
            message = (
                f"“{each.row.name or each.row.quote[:20]}”写着“{short}”，却得满分{each.score.quantity.text}；"
                "只有没有完成的部分不属于这个指标时才能同时成立，请核对得分或文字。"
            )
            yield finding(Conflict, (each.score, each.points), message, stated=each.score.quantity.text)
        elif short:
            yield relation((each.score, each.points))


def _shortage(each: Scored) -> str:
    """The words of the row that say it was not fulfilled, "" where there are none; its name does not count."""
    return shortage(each.row.quote.replace(each.row.label, "", 1))
