"""Figures of schools: which schools count, learners of the months that have passed, schools visited once or twice."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.driver_training.schools import company, made
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.registers.record import Record

pytestmark = pytest.mark.django_db
COUNTS = {"examined": 60, "passed": 30, "in_training": 200}


def value(*names: str, as_of: date | None = None) -> list[Any]:
    """The figures of 2023 of these names."""
    ids = [f"training.{name}" for name in names]
    found = figures(question_of(Period.year(2023), as_of=as_of), ids)
    return [found[name].value for name in ids]


def month(owner: Record, number: int, trained: int) -> None:
    made(
        "training_month",
        operator=owner,
        month=f"2023-{number:02d}",
        trained=trained,
        enrolled=40,
        contracts=30,
        reported_on=date(2023, number + 1, 5),
        **COUNTS,
    )


def test_learners_are_those_of_the_months_up_to_the_day_asked_for() -> None:
    owner = company(1)
    for number, trained in ((9, 50), (10, 60), (11, 70)):
        month(owner, number, trained)
    assert value("learners", as_of=date(2023, 10, 31)) == [110]
    assert value("learners", "learners.pass_rate", "learners.contract_rate", as_of=date(2023, 12, 31)) == [180, 50, 75]


def test_a_school_visited_twice_is_one_school() -> None:
    first, second = company(1), company(2)
    for owner, day in ((first, 4), (first, 25), (second, 5)):
        made("school_visit", operator=owner, visited_on=date(2023, 9, day), visitors="甲", opinions="无")
    assert value("school_visits", "school_visits.problems", "school_visits.solved_rate") == [2, 0, None]


def test_a_draft_is_no_school() -> None:
    known = {"grade": "3", "classes": "C1", "fleet": 25, "contact": "校长", "contact_mobile": "13800000000"}
    made("driving_school", operator=company(1), kind="school", **known)
    assert value("schools", "schools.urban", "schools.heavy_vehicle") == [0, 0, 0]


def test_vehicles_whose_inspection_ran_out_are_told() -> None:
    for number, until in ((1, date(2023, 11, 30)), (2, date(2024, 5, 31))):
        made(
            "training_vehicle",
            operator=company(number),
            plate=f"湘DA00{number}学",
            classes="C1",
            dual_brake=True,
            registered_on=date(2020, 5, 6),
            inspection_to=until,
        )
    assert value("vehicles", "vehicles.inspection_lapsed") == [2, 1]
