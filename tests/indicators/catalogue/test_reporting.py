"""Figures of the survey: rates over what was due and over what was filed."""

from __future__ import annotations

from datetime import date

import pytest

from tests.registers.statistics.surveys import (
    FILED,
    do,
    enter,
    filed,
    listed,
    owed,
    people,
    rule,
    task,
    version,
)
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of

pytestmark = pytest.mark.django_db


def told(*ids: str) -> list[object]:
    found = figures(question_of(Period.year(2023)), [f"statistics.{each}" for each in ids])
    return [figure.value for figure in found.values()]


def test_rates_are_told_over_what_was_due_and_what_was_filed() -> None:
    clerk, _ = people()
    for number in (1, 2, 3, 4):
        listed(number)
    month = task(version(), clerk)
    do(filed(month, 1), "pass", clerk, FILED)
    filed(month, 2, on=date(2023, 6, 9))
    enter(owed(month, 3), K1=1, K2=2)
    do(owed(month, 3), "file_on_behalf", clerk, FILED, reason="企业网络故障")
    assert told("units", "units.new", "units.gone") == [4, 4, 0]
    assert told("returns.due", "returns.filed", "returns.late") == [4, 3, 1]
    assert told("reporting_rate", "on_time_rate") == [75, 50]
    assert [round(float(str(value)), 2) for value in told("direct_rate", "first_time_rate")] == [66.67, 33.33]


def test_inquiries_are_counted_by_how_they_ended() -> None:
    clerk, _ = people()
    listed()
    held = version()
    rule(held.form, severity="must")
    month = task(held, clerk)
    filed(month, K3=2000)
    assert told("inquiries", "inquiries.answered", "inquiries.corrected") == [1, 0, 0]
    assert told("inquiries.closed_rate", "inquiries.on_site", "first_time_rate") == [0, 0, 0]
