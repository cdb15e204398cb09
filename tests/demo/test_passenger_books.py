"""The workbooks of the passenger section are taken over as they are, and the year's figures come of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.build import SEED
from yunguan.demo.centre import Centre

pytestmark = pytest.mark.django_db


@pytest.mark.slow
def test_the_assessment_of_the_year_is_taken_over(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "credit_score", "credit_objection")
    assert values("credit.due", "credit.rated", "credit.objections", "credit.objections.upheld") == [
        "256",
        "251",
        "4",
        "1",
    ]
    grades = values("credit.grade.aaa", "credit.grade.aa", "credit.grade.a", "credit.grade.b")
    assert sum(int(each) for each in grades) == 251
    assert values("credit.difference")[0].startswith("-")


@pytest.mark.slow
def test_routes_and_the_rush_are_taken_over(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "route", "spring_daily", "spring_duty", "spring_vehicle")
    assert values("routes.in_force", "routes.converted", "routes.expired") == ["137", "7", "5"]
    assert values("spring_transport.days", "spring_transport.emergency_vehicles", "spring_transport.duties") == [
        "40",
        "30",
        "80",
    ]
    assert float(values("spring_transport.growth")[0]) > 0


@pytest.mark.slow
def test_charter_trips_are_taken_over_with_their_plates(tmp_path: Path) -> None:
    own = Centre(SEED)
    used = {row["plate"] for row in own.rows("charter_filing")}
    own._rows["plate"] = [row for row in own.rows("plate") if row["serial"] in used]
    take_over(own, tmp_path, "charter_filing")
    assert values("charter.filed", "charter.returned") == ["380", "5"]
    assert float(values("charter.before_departure_rate")[0]) == 100
