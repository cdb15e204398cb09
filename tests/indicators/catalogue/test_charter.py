"""Figures of charter trips."""

from __future__ import annotations

from typing import Any

from tests.factories import account, step
from tests.registers.passenger.test_charter_filing import FILED, filing, fleet
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role

__all__ = ["fleet"]


def test_a_trip_counts_once_it_is_filed(fleet: dict[str, Any]) -> None:
    clerk, head = account(Role.CLERK, "passenger"), account(Role.HEAD, "passenger")
    step(step(filing(fleet), "submit", clerk, FILED), "file", head, FILED)
    ids = ("filed", "inter_provincial", "passengers", "operators", "before_departure_rate", "returned")
    found = figures(question_of(Period.year(2023)), [f"charter.{each}" for each in ids])
    assert [figure.value for figure in found.values()] == [1, 1, 40, 1, 100, 0]
