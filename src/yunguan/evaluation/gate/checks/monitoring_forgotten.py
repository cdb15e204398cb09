"""监控预警有交代: what mid-year was said to fail and at the year's end has all its points is told how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier, Watched
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import quoted

_CANNOT = (Watched("output.quantity.exams", "cannot", "完全不可能", date(2023, 7, 31)),)


@check(
    "监控预警的指标有交代",
    Severity.ERROR,
    why="年中监控判断完不成的指标，年末却得满分，要么监控不实，要么自评不实，须说明是怎样完成的（财预〔2019〕136号双监控）。",
    silent="写明了原因的、没有得满分的，不提示；监控判断“有可能”完成的，只请核对。",
    caught=Example("监控预计“完全不可能”完成，自评得满分，没有说明。", case(watched=_CANNOT)),
    passed=Example(
        "监控预计“完全不可能”完成，自评得满分，写明了怎样补上。",
        case(row(reason="9月增设第二考场，四季度补考8场。"), watched=_CANNOT),
    ),
    remedy="在偏差原因栏写明监控后采取了什么措施、怎样完成；没有完成的如实扣分。",
)
def monitoring_forgotten(dossier: Dossier) -> Iterator[Fault]:
    """An item that the monitoring doubted has not all its points without a word."""
    scored = {each.item.id: each for each in dossier.items()}
    for watched in dossier.watched:
        each = scored.get(watched.item)
        if watched.forecast == "will" or each is None or each.score != each.points or each.remark.reason.strip():
            continue
        day = f"{watched.as_of.month}月{watched.as_of.day}日"
        message = f"{quoted(each.item.title)}{day}监控预计“{watched.forecast_words}”完成，自评得满分，没有说明。"
        severity = None if watched.forecast == "cannot" else Severity.WARNING
        yield Fault(dossier.place("得分", f"{each.score}", each), message, severity)
