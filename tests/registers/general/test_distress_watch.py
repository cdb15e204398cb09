"""Companies in distress: numbers that must fit, levels that must follow."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import operator
from tests.registers.complaints import complains_about
from tests.registers.general.cases import made
from yunguan.registers.book import book

ROW: dict[str, Any] = {
    "month": date(2023, 12, 1),
    "staff": 50,
    "months_owed": 2,
    "wages_owed": 1_000_000,
    "people_owed": 40,
    "insurance_unpaid": 0,
    "vehicles": 20,
    "vehicles_stopped": 5,
    "mood": "stable",
    "level": "blue",
}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"month": date(2023, 12, 5)}, ["month"]),
        ({"vehicles_stopped": 21}, ["vehicles_stopped"]),
        ({"people_owed": 51}, ["people_owed"]),
        ({"months_owed": 0}, ["wages_owed"]),
        ({"mood": "tense"}, ["level"]),
        ({"level": "red"}, ["reported_on"]),
    ],
)
def test_the_numbers_of_a_month_fit_each_other(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("distress_watch", **(ROW | row)) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(("months", "told"), [(2, 0), (3, 1)])
def test_wages_owed_for_three_months_want_more_attention(months: int, told: int) -> None:
    model: Any = book("distress_watch").model
    record = model(**(ROW | {"months_owed": months}))
    assert len(list(model.problems_among([record]))) == told


@pytest.mark.django_db
def test_the_last_month_stands_for_the_end_of_the_year() -> None:
    owner = operator(1, sector="station")
    rows = [
        made("distress_watch", operator=owner, watcher="监测员", **(ROW | {"month": date(2023, m, 1)}))
        for m in (11, 12)
    ]
    assert [(row.year_end, row.sector) for row in rows] == [(False, "station"), (True, "station")]
