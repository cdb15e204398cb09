"""各项目不会都是高分: three projects or more, and not one lost a point worth speaking of."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, row, tree
from yunguan.evaluation.rule import plain

_WHY = "下半年考场改造停用两个月，有两场改到次年1月。"
_NAMES = ("考核项目", "审计项目", "制证项目")
_FULL = tuple(tree(row(), subject=name) for name in _NAMES)
_ONE_SHORT = (*_FULL[:2], tree(row(reached="22", reason=_WHY), subject=_NAMES[2]))


@check(
    "各项目自评得分不都是高分",
    Severity.WARNING,
    why="各项目都接近满分，多半是目标定得低或没有如实扣分，复核时会逐项追问。",
    silent="项目不足三个的、有一个低于界限的、还有项目没有算出总分的，不提示。",
    caught=Example("三个项目都得 100 分。", case(projects=_FULL)),
    passed=Example("三个项目，一个得 92.50 分。", case(projects=_ONE_SHORT)),
    remedy="逐个项目核对目标值和完成情况，如实扣分，或说明都得高分的理由。",
)
def all_projects_full(dossier: Dossier) -> Iterator[Fault]:
    """Projects that all have nearly the full score were not evaluated, or their targets ask for too little."""
    scores = [each.score for each in dossier.projects if not each.open_items]
    known = [score for score in scores if score is not None]
    if len(known) < len(dossier.projects) or len(known) < dossier.limit("gate.projects.least"):
        return
    least = dossier.limit("gate.projects.score")
    if min(known) >= least:
        told = "、".join(f"{each.subject} {plain(each.score or least)} 分" for each in dossier.projects)
        yield Fault(dossier.place("项目自评得分", told), f"{len(known)} 个项目的自评得分都不低于 {plain(least)} 分。")
