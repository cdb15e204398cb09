"""Figures of accidents: those investigated, the dead, reports in time."""

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
DAY = date(2023, 6, 5)


def accident(number: int, **values: Any) -> Record:
    known: dict[str, Any] = {"accident_no": f"SG{number}", "occurred_on": DAY, "occurred_at": "08:00", "place": "国道"}
    known |= {"sector": "passenger", "dead": 1, "injured": 0, "operator": operator(number)}
    return create(book=book("accident"), values=known | values, user=None, on=START, now=NOW)


def told(*names: str, as_of: date | None = None) -> list[object]:
    ids = [f"safety.accident_investigations{name}" for name in names]
    return [figure.value for figure in figures(question_of(Period.year(2023), as_of=as_of), ids).values()]


def test_what_the_centre_takes_part_in_is_told_apart_from_what_happened() -> None:
    named: dict[str, Any] = {"group_lead": "安委会", "participants": "甲明"}
    step(accident(1, dead=3), "join", account(Role.CLERK, "safety"), date(2023, 6, 7), **named)
    accident(2)
    accident(3, occurred_on=date(2022, 6, 5))
    assert told("", ".accidents", ".dead", ".larger", ".concluded") == [1, 2, 4, 1, 0]


def test_reports_in_time_are_told_of_those_whose_times_are_known() -> None:
    times: dict[str, Any] = {"unit_reported_on": DAY, "unit_reported_at": "08:30", "level_reported_on": DAY}
    accident(1, **times, level_reported_at="10:00")
    accident(2, **times, level_reported_at="11:00")
    accident(3)
    assert told(".reported_in_time_rate") == [50]
