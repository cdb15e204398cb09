"""得分符合评分规则: a score above what the rule gives needs a reason that carries it."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.wording import explains_nothing, quoted
from yunguan.evaluation.rule import plain
from yunguan.evaluation.scored import ScoredItem

_WHY, _DONE = "下半年考场改造停用两个月，有两场改到次年1月。", "提前与考场签订备用协议。"
_GRANTED = "财政部门3月批复将年度目标调整为22场，系统中尚未更新。"


@check(
    "得分符合评分规则",
    Severity.ERROR,
    why="得分由目标值、完成值和评分规则得出；人工改高的分数没有站得住的理由，复核时按规则改回。",
    silent="往低改并写明原因的、没有自动计分的定性指标在分值以内打分的，不提示。",
    caught=Example(
        "按规则得 82.50 分，改为 90 分，修改原因写“实际情况”。",
        case(row(reached="22", reason=_WHY, measure=_DONE, edited="90", edit_why="实际情况")),
    ),
    passed=Example(
        f"按规则得 82.50 分，改为 88 分，修改原因写“{_GRANTED}”",
        case(row(reached="22", reason=_WHY, measure=_DONE, edited="88", edit_why=_GRANTED)),
    ),
    remedy="按评分规则计分；规则确不适用的，写明依据的文件或事实，或修改指标体系。",
)
def score_off_rule(dossier: Dossier) -> Iterator[Fault]:
    """An edited score lies within the points; above the computed one it has a reason, far from it it is asked about."""
    for each in dossier.items():
        if each.edit is None:
            continue
        place = dossier.place("得分", f"{each.edit.score}", each)
        if not 0 <= each.edit.score <= each.points:
            yield Fault(place, f"{quoted(each.item.title)}得 {each.edit.score} 分，不在 0 至 {each.points} 分之间。")
        elif each.computed is not None and each.edit.score > each.computed and explains_nothing(each.edit.why):
            yield Fault(place, f"{_changed(each)}，修改原因“{each.edit.why}”没有说明依据。")
        elif each.computed is not None and _far(dossier, each):
            yield Fault(place, f"{_changed(each)}，相差较多，请核对评分规则和依据。", Severity.WARNING)


def _changed(each: ScoredItem) -> str:
    assert each.edit is not None  # noqa: S101 - only edited items are told of
    assert each.computed is not None  # noqa: S101 - and only where the rule gave a score
    return f"{quoted(each.item.title)}按规则得 {plain(each.computed)} 分，自评改为 {plain(each.edit.score)} 分"


def _far(dossier: Dossier, each: ScoredItem) -> bool:
    assert each.edit is not None  # noqa: S101 - only edited items are measured
    gap = abs(each.edit.score - (each.computed or 0)) * 100
    return gap > dossier.limit("gate.edit.share") * each.points
