"""分值合计 100 分: points that do not add up make every score wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, tree
from yunguan.evaluation.gate.example import row as one
from yunguan.evaluation.rule import plain
from yunguan.evaluation.scheme import Group, problems

_WHOLE = Decimal(100)


def _short() -> Dossier:
    sound = tree(one())
    first = sound.scheme.groups[0]
    return replace(case(), tree=tree(one(), groups=(replace(first, points=Decimal(80)),)))


@check(
    "分值合计 100 分",
    Severity.ERROR,
    why="总分按 100 分计，各级分值要逐级相加得上，散总一致。",
    silent="不适用的指标，分值已经分摊给其他指标的，按分摊后的分值核对。",
    caught=Example("只有产出指标，分值 90 分，标明 80 分。", _short()),
    passed=Example("产出指标 90 分，预算执行率 10 分。", case()),
    remedy="复制指标体系，调整分值，使下级之和等于上级、总分等于 100 分，再启用。",
)
def points_not_whole(dossier: Dossier) -> Iterator[Fault]:
    """The points of the items that apply are 100, and each group is the sum of what lies below it."""
    total = dossier.tree.points
    if total != _WHOLE:
        yield Fault(dossier.place("分值", plain(total)), f"各项指标的分值合计 {plain(total)} 分，应为 100 分。")
    for each in problems(dossier.tree.scheme):
        if each.message.endswith("请调整分值。") and each.field:
            yield Fault(dossier.place("分值", _title(dossier.tree.scheme.groups, each.field)), each.message)


def _title(groups: tuple[Group, ...], name: str) -> str:
    nodes = [*groups, *(child for each in groups for child in each.children if isinstance(child, Group))]
    return next((each.title for each in nodes if each.id == name), name)
