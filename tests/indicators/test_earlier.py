"""Rows of an earlier time: growth against last year or last month."""

from datetime import date

import pytest

from tests.factories import operator, plan
from yunguan.core.expressions import rows
from yunguan.core.period import Period, months_before
from yunguan.indicators.compute import compute
from yunguan.indicators.house import CentreHouse
from yunguan.indicators.indicator import Indicator
from yunguan.indicators.selectors import question_of

_published = rows("emergency_plan").in_period("published_on")
GROWTH = Indicator(
    "finance.assets.fixed",
    "增长",
    "%",
    (_published.count() - _published.earlier(years=1).count()) / _published.earlier(years=1).count(),
    "safety",
)


@pytest.mark.django_db
def test_growth_compares_the_year_with_the_year_before() -> None:
    for number, year in enumerate((2022, 2022, 2023, 2023, 2023), start=1):
        plan(operator(number), published_on=date(year, 2, 1))
    found = compute([GROWTH], question_of(Period.year(2023)), CentreHouse(), {})
    assert found["finance.assets.fixed"].value == 50
    assert "上年同期" in found["finance.assets.fixed"].formula


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2023, 12, 31), 1, date(2023, 11, 30)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2023, 3, 15), 2, date(2023, 1, 15)),
    ],
)
def test_the_end_of_a_month_stays_the_end_of_a_month(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected


def test_a_year_moved_by_a_month_is_a_range() -> None:
    assert Period.year(2023).earlier(12) == Period.year(2022)
    assert Period.year(2023).earlier(1) == Period.range(date(2022, 12, 1), date(2023, 11, 30))
    assert Period.month(2024, 3).earlier(1) == Period.month(2024, 2)
