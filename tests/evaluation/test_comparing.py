"""Two rounds of an evaluation side by side."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from yunguan.evaluation.comparing import Compared, Difference, compare


def tree(**leaves: dict[str, Any]) -> dict[str, Any]:
    """A handed-in tree of one group; ``name=columns``."""
    items = [{"id": name, "title": f"指标{name}", **columns} for name, columns in leaves.items()]
    return {"children": [{"id": "g", "children": items}]}


def test_only_items_that_changed_are_told_with_both_values() -> None:
    before = tree(a={"score": "3", "reason": None}, b={"score": "2"})
    after = tree(a={"score": "2.5", "reason": "会议推迟"}, b={"score": "2"})
    changed = (Difference("自评得分", "3", "2.5"), Difference("偏差原因", "", "会议推迟"))
    assert compare(before, after) == [Compared("a", "指标a", changed, Decimal("-0.5"))]


def test_a_score_that_comes_or_goes_is_no_gain() -> None:
    found = compare(tree(a={"score": None}), tree(a={"score": "2"}))
    assert [(each.differences, each.gained) for each in found] == [((Difference("自评得分", "", "2"),), None)]


def test_items_that_came_and_went_are_told() -> None:
    found = compare(tree(a={"score": "1"}), tree(b={"score": "1"}))
    assert [(each.id, each.differences[0].after) for each in found] == [("b", "新增"), ("a", "删去")]


def test_the_same_round_twice_has_no_differences() -> None:
    assert compare(tree(a={"score": "1"}), tree(a={"score": "1"})) == []
