"""A scheme with one thing of it changed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.evaluation.small import SMALL
from yunguan.evaluation.editing import groups_of, with_added, with_group, with_item, without
from yunguan.evaluation.scheme import problems

FILED = "output.quantity.filed"


def ids(scheme: object = SMALL) -> list[str]:
    return [each.id for each in scheme.items()]  # type: ignore[attr-defined]


def test_an_item_is_replaced_where_it_stood() -> None:
    changed = with_item(SMALL, FILED, replace(SMALL.item(FILED), title="备案场次"))
    assert changed.item(FILED).title == "备案场次"
    assert ids(changed) == ids()


def test_a_group_is_weighed_anew_and_its_items_stay() -> None:
    changed = with_group(SMALL, "output.quantity", title="数量指标", points=Decimal(50))
    assert [each.points for each in groups_of(changed) if each.id == "output.quantity"] == [Decimal(50)]
    assert ids(changed) == ids()


def test_an_added_item_stands_last_in_its_group_under_an_id_of_its_own() -> None:
    once, first = with_added(SMALL, "output.quantity", title="新增", points=Decimal(5))
    twice, second = with_added(once, "output.quantity", title="新增", points=Decimal(5))
    assert first.id != second.id
    assert ids(twice)[2:4] == [first.id, second.id]


def test_an_added_item_says_what_it_lacks() -> None:
    added, item = with_added(SMALL, "output.quantity", title="新增", points=Decimal(5))
    assert any("合计" in each.message for each in problems(added))
    assert added.item(item.id).target.value is None


def test_what_is_removed_is_gone_with_all_below_it() -> None:
    assert FILED not in ids(without(SMALL, FILED))
    assert ids(without(SMALL, "output")) == ["benefit.social.rate", "execution.budget.rate"]


def test_groups_are_told_before_what_lies_below_them() -> None:
    assert [each.id for each in groups_of(SMALL)][:3] == ["output", "output.quantity", "benefit"]
