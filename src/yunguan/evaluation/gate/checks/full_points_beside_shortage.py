"""写明没有完成的不得满分: the unit's own words say that something is missing, its score says that nothing is."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.audit.shortage import shortage
from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier, Named
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import made_good, quoted
from yunguan.evaluation.scored import ScoredItem

_SHORT = "年末有两家企业没有达到备案要求，明年继续督促。"
_PROBLEM = (Named("WT2023-01", "安全考核安排困难", frozenset({"safety.exams"})),)


@check(
    "写明没有完成的指标不得满分",
    Severity.ERROR,
    why="一边写明没有完成、一边得满分，两处不能都对，这是复核中最常见的扣分点。",
    silent="说明里写着后来已经补齐的、只写努力方向的，不提示；存在问题涉及这项指标的，只请核对。",
    caught=Example(f"得满分，偏差原因写“{_SHORT}”", case(row(reason=_SHORT, measure="逐户督促。"))),
    passed=Example("得满分，偏差原因栏没有写缺口。", case(row())),
    remedy="核对完成情况：没有完成的按评分规则扣分；已经完成的改正文字；问题不影响这项指标的，在偏差原因栏说明。",
)
def full_points_beside_shortage(dossier: Dossier) -> Iterator[Fault]:
    """An item whose own words name a shortage does not win all its points; one that a problem is about is asked."""
    for each in dossier.items():
        if each.score != each.points:
            continue
        said = each.remark.reason
        short = "" if made_good(said) else shortage(said)
        if short:
            message = f"{quoted(each.item.title)}的说明写着“{short}”，却得满分 {each.points} 分。"
            yield Fault(dossier.place("偏差原因", said, each), message)
        elif not said:
            yield from _beside_problems(dossier, each)


def _beside_problems(dossier: Dossier, each: ScoredItem) -> Iterator[Fault]:
    for problem in dossier.named:
        if each.item.figure in problem.figures:
            message = (
                f"存在问题{quoted(problem.title)}与{quoted(each.item.title)}是同一指标，自评却得满分，也没有说明。"
            )
            yield Fault(dossier.place("得分", f"{each.score}", each), message, Severity.WARNING)
