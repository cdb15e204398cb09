"""Figures of the loop of emission tests."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import step
from tests.registers.maintenance.workshop import case, repair, running_station, staff
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of


def told(as_of: date, *ids: str) -> list[object]:
    asked = [f"maintenance.emission.{each}" for each in ids]
    return [figure.value for figure in figures(question_of(Period.year(2023), as_of=as_of), asked).values()]


@pytest.mark.django_db
def test_a_case_is_open_then_overdue_then_closed() -> None:
    clerk, head = staff()
    place = running_station(clerk, head)
    record, taken = case(), date(2023, 4, 24)
    step(record, "take_in", clerk, taken, station=place)
    repair(record, place, taken, finished_on=taken, certificate_no="JG-1", uploaded_on=taken)
    step(record, "finish", clerk, taken)
    step(record, "close", clerk, date(2023, 4, 25), retest_no="HJ-2")
    ids = ("failed", "open", "overdue", "closed_rate")
    assert told(date(2023, 4, 19), *ids) == [1, 1, 0, 0]
    assert told(date(2023, 4, 20), *ids) == [1, 1, 1, 0]
    assert told(date(2023, 4, 25), *ids) == [1, 0, 0, 100]
    assert told(date(2023, 4, 25), "in_time_rate", "mean_days", "uploaded_rate", "repairs") == [0, 36, 100, 1]


@pytest.mark.django_db
def test_a_case_that_ended_is_not_owed() -> None:
    _, head = staff()
    step(case(), "end", head, date(2023, 4, 3), "报废")
    assert told(date(2023, 4, 30), "failed", "closed_rate") == [1, None]
