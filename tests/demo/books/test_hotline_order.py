"""热线工单台账 of the demonstration."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_every_channel_has_as_many_orders_as_published(centre: Centre) -> None:
    found = Counter(row["source"] for row in centre.rows("hotline_order") if row["received_on"].year == 2023)
    assert found["hotline"] == aim("appeals.hotline.received")
    assert found["bureau"] == aim("appeals.orders.received")


def test_order_numbers_differ_and_an_earlier_order_is_there(centre: Centre) -> None:
    rows = centre.rows("hotline_order")
    numbers = {row["order_no"] for row in rows}
    assert len(numbers) == len(rows)
    assert {row["earlier_no"] for row in rows if row.get("earlier_no")} <= numbers


def test_the_days_of_an_order_follow_each_other(centre: Centre) -> None:
    steps = ("received_on", "signed_on", "assigned_on", "handled_on", "replied_on", "closed_on")
    for row in centre.rows("hotline_order"):
        days = [row[step] for step in steps if row.get(step)]
        assert days == sorted(days)
        assert days[-1] <= date(2024, 2, 1)


@pytest.mark.django_db
def test_the_orders_are_taken_over_and_give_the_published_figures(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "hotline_order")
    published = ("appeals.hotline.received", "appeals.orders.received", "appeals.handled_rate")
    assert values(*published) == [str(aim(name)) for name in published]
    late, in_hand, kept = (float(each) for each in values("appeals.late", "appeals.in_hand", "appeals.on_time_rate"))
    assert late > 10
    assert in_hand > 10
    assert 90 < kept < 100
