"""Figures of the routes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account, step
from tests.registers.passenger.test_route import route
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db


def told(*ids: str) -> list[object]:
    found = figures(question_of(Period.year(2023)), [f"routes.{each}" for each in ids])
    return [figure.value for figure in found.values()]


def test_lines_are_counted_by_where_they_run_and_when_they_end() -> None:
    route()
    assert told("in_force", "inter_county", "inter_city", "expiring", "expired") == [1, 1, 0, 1, 0]
    assert told("daily_trips", "vehicles") == [12, 8]


def test_a_converted_line_is_no_line_any_more_and_fulfils_the_plan() -> None:
    step(
        route(conversion_planned=True),
        "convert",
        account(Role.HEAD, "passenger"),
        date(2023, 3, 1),
        conversion_doc_no="1",
    )
    assert told("in_force", "converted", "converted_rate") == [0, 1, 100]
