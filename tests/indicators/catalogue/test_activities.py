"""Figures of activities and honours."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.factories import account, step
from tests.registers.general.cases import made
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db


def test_only_what_was_held_is_counted() -> None:
    clerk = account(Role.CLERK, "general")
    for number, kind in enumerate(("study", "union", "union"), start=1):
        day = date(2023, 3, number)
        record = made("activity", activity_title=f"第{number}次", kind=kind, planned_on=day, on=day)
        if number < 3:
            step(record, "hold", clerk, day, held_on=day, people=10, outcome="顺利")
    assert values("activities.held", "activities.people", "activities.study", "activities.union") == [
        "2",
        "20",
        "1",
        "1",
    ]


def test_an_honour_counts_in_the_year_in_which_it_was_given() -> None:
    for day in (date(2022, 11, 18), date(2023, 2, 27)):
        made(
            "honour",
            awarded_on=day,
            honour_title="先进单位",
            recipient_kind="centre",
            recipient="中心",
            grade="municipal",
            issuer="市春运办",
        )
    assert values("activities.honours") == ["1"]
