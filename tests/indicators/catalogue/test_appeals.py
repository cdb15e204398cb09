"""Figures of orders and visits."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.factories import account, step
from tests.registers.general.cases import order, visit
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db


def test_an_order_is_handled_once_it_is_assigned() -> None:
    clerk = account(Role.CLERK, "general")
    step(step(order(1), "sign", clerk, date(2023, 4, 27)), "assign", clerk, date(2023, 4, 27))
    order(2, source="bureau")
    assert values("appeals.hotline.received", "appeals.orders.received", "appeals.handled_rate") == ["1", "1", "50"]


def test_rates_count_only_what_was_answered_and_rated() -> None:
    answered = {"replied_on": date(2023, 5, 4)}
    order(1, satisfaction="satisfied", **answered)
    order(2, satisfaction="dissatisfied", replied_on=date(2023, 5, 12))
    order(3, satisfaction="unrated", earlier_no="HY2023-0001")
    ids = ("on_time_rate", "satisfaction_rate", "late", "repeat_rate")
    assert values(*(f"appeals.{name}" for name in ids)) == ["50", "50", "1", "33.3"]


def test_visits_are_batches_and_people() -> None:
    visit(1, people=3)
    visit(2, people=6)
    assert values("appeals.visits.batches", "appeals.visits.people", "appeals.visits.groups") == ["2", "9", "1"]
