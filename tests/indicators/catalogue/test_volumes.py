"""What stations carried in the year before, against fixed years."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.factories import step
from tests.registers.stations.terminal import staff, station, year
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of

IDS = [
    f"stations.{each}" for each in ("passengers_vs_2019", "revenue_vs_2019", "passengers_vs_2015", "passengers_before")
]


def told(asked: int, as_of: date | None = None) -> list[Decimal | None]:
    found = figures(question_of(Period.year(asked), as_of=as_of or date(asked, 12, 31)), IDS)
    return [figure.value for figure in found.values()]


@pytest.mark.django_db
def test_a_year_is_told_of_the_one_before_against_2019_and_2015() -> None:
    _, head = staff()
    numbers = {2015: (4000, 400), 2019: (2000, 200), 2022: (1500, 100), 2023: (1800, 150)}
    for place in (station(1), station(2)):
        for which, (people, fen) in numbers.items():
            day = date(max(which, 2022) + 1, 1, 10)
            told_of: dict[str, Any] = {
                "passengers": people,
                "revenue": fen,
                "reported_on": day,
                "explanation": "已核对",
            }
            step(year(place, which, **told_of), "check", head, day)
    assert told(2023) == [-25, -50, Decimal("-62.5"), Decimal("0.3")]
    assert told(2023, date(2023, 10, 31)) == told(2023)
    assert told(2024) == [-10, -25, -55, Decimal("0.36")]


@pytest.mark.django_db
def test_neither_an_unchecked_report_nor_a_station_without_grade_counts() -> None:
    _, head = staff()
    for number, (which, grade) in enumerate([(2019, "2"), (2022, "2"), (2022, "9")], start=1):
        record = year(station(number), which, grade=grade)
        if grade == "9" or which == 2019:
            step(record, "check", head, date(which + 1, 1, 12))
    assert told(2023) == [None, None, None, None]
