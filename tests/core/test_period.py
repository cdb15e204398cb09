"""Periods: cut, named, read back."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.period import Kind, Period

YEARS = st.integers(1901, 2199)
DAYS = st.dates(date(1901, 1, 1), date(2199, 12, 31))
PERIODS = st.one_of(
    YEARS.map(Period.year),
    st.builds(Period.half, YEARS, st.integers(1, 2)),
    st.builds(Period.quarter, YEARS, st.integers(1, 4)),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
    st.tuples(DAYS, DAYS).map(lambda pair: Period.range(min(pair), max(pair))),
)


@given(PERIODS)
def test_parse_reads_every_code_back(period: Period) -> None:
    assert Period.parse(period.code) == period


@given(PERIODS)
def test_the_previous_period_ends_the_day_before_and_is_of_the_same_kind(period: Period) -> None:
    before = period.previous()
    assert before.kind is period.kind
    assert before.last + timedelta(days=1) == period.first


@given(PERIODS)
def test_the_months_cover_the_period(period: Period) -> None:
    months = list(period.months())
    assert period.first in months[0]
    assert period.last in months[-1]
    assert all(one == two.previous() for one, two in pairwise(months))


@pytest.mark.parametrize(
    ("code", "first", "last", "label"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "2023年"),
        ("2023H1", date(2023, 1, 1), date(2023, 6, 30), "2023年上半年"),
        ("2023H2", date(2023, 7, 1), date(2023, 12, 31), "2023年下半年"),
        ("2023Q3", date(2023, 7, 1), date(2023, 9, 30), "2023年第三季度"),
        ("2023-11", date(2023, 11, 1), date(2023, 11, 30), "2023年11月"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "2024年2月"),
        ("2023-01-01/2023-11-30", date(2023, 1, 1), date(2023, 11, 30), "2023年1月1日至11月30日"),
        ("2022-12-01/2023-01-31", date(2022, 12, 1), date(2023, 1, 31), "2022年12月1日至2023年1月31日"),
        ("2023-05-04/2023-05-04", date(2023, 5, 4), date(2023, 5, 4), "2023年5月4日"),
    ],
)
def test_each_form_has_its_days_and_its_chinese_name(code: str, first: date, last: date, label: str) -> None:
    period = Period.parse(code)
    assert (period.first, period.last, period.label) == (first, last, label)


@pytest.mark.parametrize(
    "text",
    [
        "", "23", "2023H3", "2023Q0", "2023Q5", "2023-13", "2023-00", "2023-1", "２０２３", "2023年",
        "2023-02-29/2023-03-01", "2023-03-01/2023-02-01", "2023\n", "0001", "9999",
    ],
)  # fmt: skip
def test_what_is_not_a_period_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(ValueError, match="请"):
        Period.parse(text)


def test_days_at_both_ends_belong_to_the_period() -> None:
    november = Period.month(2023, 11)
    assert date(2023, 11, 1) in november
    assert date(2023, 11, 30) in november
    assert date(2023, 12, 1) not in november


def test_a_month_must_be_a_whole_month() -> None:
    with pytest.raises(ValueError, match="完整"):
        Period(Kind.MONTH, date(2023, 11, 2), date(2023, 12, 1))


def test_a_moment_is_not_taken_for_a_day() -> None:
    with pytest.raises(TypeError):
        _ = datetime(2023, 11, 1, 8) in Period.month(2023, 11)  # noqa: DTZ001 - the type is the point
