"""Figures of warnings relayed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, operator, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 24)


def warning(number: int, level: str) -> Record:
    values: dict[str, Any] = {
        "warning_no": str(number),
        "origin": "weather",
        "kind": "rain",
        "level": level,
        "text": "暴雨",
    }
    values |= {"issued_on": DAY, "issued_at": "07:40", "received_on": DAY, "received_at": "07:45", "audience": "all"}
    return create(book=book("warning_relay"), values=values, user=None, on=START, now=NOW)


def test_the_mean_and_the_rates_are_over_what_was_relayed() -> None:
    clerk = account(Role.CLERK, "safety")
    operator(1)
    step(warning(1, "red"), "forward", clerk, DAY, forwarded_at="08:05", channel="短信")
    step(warning(2, "blue"), "forward", clerk, DAY, forwarded_at="10:45", channel="短信")
    warning(3, "yellow")
    receipt = book("warning_receipt").model._base_manager.first()
    assert receipt is not None
    step(receipt, "acknowledge", clerk, DAY, acknowledged_at="11:00")
    names = ("received", "relayed", "in_time_rate", "urgent_in_time_rate", "mean_minutes", "told", "acknowledged_rate")
    found = figures(question_of(Period.year(2023)), [f"safety.warning_relay.{name}" for name in names])
    assert [figure.value for figure in found.values()] == [3, 2, 50, 100, 100, 2, 50]
