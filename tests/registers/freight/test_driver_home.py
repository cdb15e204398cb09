"""Homes for drivers: built with the basics, accepted by experts, starred, looked at again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.complaints import complains_about
from tests.registers.freight.rest_place import APPLIED, assessed, home, running, staff
from yunguan.office.workflow.runtime import Refused

ACCEPTED = {"self_score": 850, "assessed_on": APPLIED, "score": 880, "experts": 5, "accepted_on": APPLIED}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "applied"}, []),
        ({"state": "assessed"}, ["self_score", "assessed_on"]),
        ({"state": "rectifying"}, ["findings"]),
        ({"state": "accepted"} | ACCEPTED, ["parking_spaces"]),
        ({"state": "reviewing"} | ACCEPTED, ["running_from"]),
        ({"state": "applied", "star": "AAA"}, ["star"]),
        ({"state": "applied", "self_score": 1001}, ["self_score"]),
    ],
)
def test_a_state_brings_what_belongs_to_it(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("driver_home", applied_on=APPLIED, **row) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("column", "words"),
    [("showers", "淋浴位"), ("hot_water", "热水"), ("meal_heating", "饭菜加热"), ("beds", "休息床位")],
)
def test_a_home_without_a_basic_service_is_not_assessed(column: str, words: str) -> None:
    clerk, _ = staff()
    with pytest.raises(Refused, match=words):
        assessed(clerk, **{column: 0})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "words"), [({"score": 799, "experts": 5}, "不到 80 分"), ({"score": 880, "experts": 2}, "须有 3 人")]
)
def test_a_home_is_accepted_by_enough_experts_with_enough_points(given: dict[str, Any], words: str) -> None:
    clerk, head = staff()
    with pytest.raises(Refused, match=words):
        step(assessed(clerk), "accept", head, date(2023, 10, 17), **given)


@pytest.mark.django_db
def test_a_home_is_put_right_before_it_is_accepted() -> None:
    clerk, head = staff()
    record = step(assessed(clerk), "rectify", clerk, date(2023, 9, 25), findings="标志不全。")
    step(record, "assess_again", clerk, date(2023, 10, 9), remedy="已补设。")
    step(record, "accept", head, date(2023, 10, 17), score=880, experts=3)
    assert step(record, "close", head, date(2023, 12, 1), "改作他用").state == "closed"


@pytest.mark.django_db
def test_a_star_and_a_review_leave_the_day_of_opening() -> None:
    clerk, head = staff()
    record: Any = running(clerk, head)
    step(record, "award", clerk, date(2023, 12, 1), star="AAAA", star_on=date(2023, 11, 30))
    step(record, "review", clerk, date(2024, 1, 8))
    step(record, "keep", head, date(2024, 1, 15))
    assert (record.state, record.running_from, record.star) == ("running", date(2023, 11, 1), "AAAA")
    assert record.reviewed_on == date(2024, 1, 15)


@pytest.mark.django_db
def test_a_review_may_ask_for_more() -> None:
    clerk, head = staff()
    record = step(running(clerk, head), "review", clerk, date(2024, 1, 8))
    assert step(record, "rectify_again", clerk, date(2024, 1, 9), findings="热水不足。").state == "rectifying"


@pytest.mark.django_db
def test_an_application_is_declined() -> None:
    _, head = staff()
    assert step(home(), "decline", head, date(2023, 3, 20), "选址不符").state == "declined"
