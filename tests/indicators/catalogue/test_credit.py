"""Figures of the credit assessment."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import step
from tests.registers.passenger.credit_world import noticed, objection, people, scheme
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of

pytestmark = pytest.mark.django_db


def told(*ids: str) -> list[object]:
    found = figures(question_of(Period.year(2023)), [f"credit.{each}" for each in ids])
    return [figure.value for figure in found.values()]


@pytest.fixture
def published() -> None:
    people()
    scheme()
    found = noticed()
    lodged = step(objection(found), "lodge", people()["operator"], date(2023, 5, 18))
    step(lodged, "reject", people()["head"], date(2023, 5, 24), answer="扣分有据")
    found.refresh_from_db()
    step(found, "publish", people()["head"], date(2023, 6, 5))


@pytest.mark.usefixtures("published")
def test_a_published_rating_counts_for_its_trade_and_grade() -> None:
    ids = ("due", "rated", "rated_rate", "rated.passenger", "rated.taxi", "grade.aaa", "grade.b")
    assert told(*ids) == [1, 1, 100, 1, 0, 1, 0]


@pytest.mark.usefixtures("published")
def test_the_mean_difference_is_told_in_marks() -> None:
    assert told("difference") == [-130]


@pytest.mark.usefixtures("published")
def test_deductions_objections_and_months_kept_are_counted() -> None:
    ids = ("deductions", "objections", "objections.upheld", "self_in_time", "county_in_time", "centre_in_time")
    assert told(*ids, "published_in_time") == [2, 1, 0, 100, 100, 100, 100]
