"""分值合计 100 分."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.evaluation.gate.objections import told
from yunguan.evaluation.gate.example import case, row, tree

CODE = "points_not_whole"


def test_a_group_that_is_not_the_sum_of_its_parts_is_named() -> None:
    sound = case()
    first, *rest = sound.tree.scheme.groups
    wrong = tree(row(), groups=(replace(first, points=Decimal(80)), *rest))
    assert told(CODE, replace(sound, tree=wrong)) == "“产出指标”应为 80 分，下级指标合计 90 分，请调整分值。"


def test_a_whole_that_is_not_a_hundred_is_named() -> None:
    sound = case()
    wrong = tree(row(), groups=sound.tree.scheme.groups[:1])
    assert "合计 90 分，应为 100 分" in told(CODE, replace(sound, tree=wrong))


def test_points_that_were_spread_are_whole() -> None:
    rows = (row(), row(name="output.quantity.held", reached=None, applies=False))
    assert told(CODE, case(*rows)) == ""
