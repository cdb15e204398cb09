"""车辆核查项目表 of the demonstration."""

from __future__ import annotations

from datetime import timedelta

from yunguan.demo.centre import Centre


def test_the_item_that_was_replaced_ends_the_day_before_the_new_one_begins(centre: Centre) -> None:
    items = {row["item_no"]: row for row in centre.rows("check_item")}
    assert items["HC-05"]["effective_to"] + timedelta(days=1) == items["HC-05B"]["effective_from"]
