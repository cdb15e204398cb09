"""各类指标的分值: ten for execution, fifty for output, thirty for benefit, ten for satisfaction."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from yunguan.core.finding import Severity
from yunguan.evaluation.declare import group
from yunguan.evaluation.gate.check import Example, Fault, check
from yunguan.evaluation.gate.dossier import Dossier
from yunguan.evaluation.gate.example import case, rate, row, survey
from yunguan.evaluation.rule import plain

_NOTICE = "财预〔2020〕10号"
_BLOCKS = {"execution": "预算执行率", "output": "产出指标", "benefit": "效益指标", "satisfaction": "满意度指标"}
_USUAL = (10, 50, 30, 10)
_ROWS = (row(), row("“两客一危”企业备案数", name="benefit.social.carriers", figure=""), survey(100, 96))


def _weighed(points: tuple[int, ...]) -> dict[str, Any]:
    """A scheme after the notice whose four blocks weigh so much."""
    items = [replace(each.item, points=Decimal(own)) for each, own in zip((rate(), *_ROWS), points, strict=True)]
    blocks = zip(_BLOCKS.items(), items, points, strict=True)
    groups = tuple(
        group(name, title, own, group(f"{name}.all", title, own, item)) for (name, title), item, own in blocks
    )
    return {"doc_no": _NOTICE, "groups": groups}


@check(
    "各类指标的分值符合 10、50、30、10",
    Severity.WARNING,
    why="财预〔2020〕10号原则上定为预算执行率 10 分、产出 50 分、效益 30 分、满意度 10 分；除执行率外可适当调整。",
    silent="不按这一办法制定的指标体系（如财预〔2013〕53号共性框架）不核对。",
    caught=Example("产出指标 70 分，效益指标 10 分。", case(*_ROWS, scheme=_weighed((10, 70, 10, 10)))),
    passed=Example("四类指标 10、50、30、10 分。", case(*_ROWS, scheme=_weighed(_USUAL))),
    remedy="按办法调整各类指标的分值；有特殊情况的，写明调整的依据。",
)
def block_weights(dossier: Dossier) -> Iterator[Fault]:
    """A scheme that follows the notice has its weights."""
    scheme = dossier.tree.scheme
    if _NOTICE not in scheme.doc_no:
        return
    points = {each.id: each.points for each in scheme.groups}
    for block, title in _BLOCKS.items():
        due, own = dossier.limit(f"gate.weight.{block}"), points.get(block)
        if own != due:
            found = "没有这一类" if own is None else f"现为 {plain(own)} 分"
            place = dossier.place("分值", "" if own is None else plain(own))
            yield Fault(place, f"{title}原则上为 {plain(due)} 分，{found}。")
