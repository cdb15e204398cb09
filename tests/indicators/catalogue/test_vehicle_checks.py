"""Figures of checks of vehicles."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import operator, step
from tests.registers.maintenance.workshop import check, fault, item, staff
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of

PREFIX = "maintenance.vehicles_checked"


def told(as_of: date, *ids: str) -> list[object]:
    found = figures(question_of(Period.year(2023), as_of=as_of), [f"{PREFIX}{each}" for each in ids])
    return [figure.value for figure in found.values()]


@pytest.mark.django_db
def test_new_vehicles_and_dangerous_reviews_count_and_coaches_do_not() -> None:
    clerk, _ = staff()
    owner = operator(1)
    kinds = [("new", "freight"), ("annual", "dangerous"), ("annual", "passenger")]
    for number, (kind, sector) in enumerate(kinds):
        record = check(owner, check_no=f"HC-{number}", check_kind=kind, sector=sector, plate=f"湘D1234{number}")
        step(record, "pass", clerk, date(2023, 3, 7))
    assert told(date(2023, 3, 31), "", ".new", ".dangerous") == [2, 1, 1]
    assert told(date(2023, 3, 6), "", ".new", ".dangerous") == [0, 0, 0]


@pytest.mark.django_db
def test_a_vehicle_that_waits_too_long_is_overdue_until_it_passes() -> None:
    clerk, _ = staff()
    record = check(operator(1))
    found = fault(record, item())
    step(record, "fail", clerk, date(2023, 3, 7))
    assert told(date(2023, 4, 6), ".overdue", ".first_pass_rate") == [0, 0]
    assert told(date(2023, 4, 7), ".overdue", ".rectified_rate") == [1, 0]
    step(found, "rectify", clerk, date(2023, 4, 10), remedy="已更换。")
    step(record, "pass_again", clerk, date(2023, 4, 10))
    assert told(date(2023, 4, 10), ".overdue", ".rectified_rate") == [0, 100]
    assert told(date(2023, 4, 7), ".overdue", ".rectified_rate") == [1, 0]
