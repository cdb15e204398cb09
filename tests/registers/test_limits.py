"""Limits told by stored columns: days, months, pauses, and what nobody knows."""

from __future__ import annotations

from datetime import date

import pytest

from yunguan.office.rules import RuleValue
from yunguan.registers.limits import last_day, months_later, within

BEGUN = date(2023, 4, 27)


def rule(value: int, unit: str) -> str:
    RuleValue.objects.create(
        code="t.limit", title="试", value=value, unit=unit, doc_no="试", effective_from=date(2023, 1, 1)
    )
    return "t.limit"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("value", "unit", "last"),
    [
        (5, "工作日", date(2023, 5, 8)),
        (3, "日", date(2023, 5, 4)),  # ends within 劳动节
        (3, "月", date(2023, 7, 27)),
        (2, "月", date(2023, 6, 27)),
    ],
)
def test_a_limit_ends_on_a_day_that_is_worked(value: int, unit: str, last: date) -> None:
    assert last_day(rule(value, unit), BEGUN) == last


@pytest.mark.django_db
def test_days_granted_are_added_and_pauses_left_out() -> None:
    code = rule(5, "工作日")
    assert last_day(code, BEGUN, 2) == date(2023, 5, 10)
    assert last_day(code, BEGUN, 0, [(date(2023, 4, 28), date(2023, 5, 5))]) == date(2023, 5, 10)
    assert last_day(code, BEGUN, 0, [(date(2023, 4, 28), None)]) is None


@pytest.mark.django_db
def test_without_rule_or_calendar_there_is_no_last_day() -> None:
    assert last_day("t.none", BEGUN) is None
    assert last_day(rule(5, "工作日"), date(2045, 1, 1)) is None


def test_a_month_that_is_shorter_gives_its_last_day() -> None:
    assert months_later(date(2023, 11, 30), 3) == date(2024, 2, 29)
    assert months_later(date(2023, 10, 31), 12) == date(2024, 10, 31)


def test_what_is_unknown_is_neither_kept_nor_missed() -> None:
    assert within(None, BEGUN) is None
    assert within(BEGUN, None) is None
    assert [within(BEGUN, BEGUN), within(date(2023, 4, 28), BEGUN)] == [True, False]
