"""Working days around holidays and make-up days."""

from __future__ import annotations

from datetime import date

from yunguan.demo.days import later, working_days


def test_a_make_up_saturday_is_worked() -> None:
    assert date(2023, 10, 7) in working_days(date(2023, 9, 29), date(2023, 10, 9))
    assert date(2023, 10, 2) not in working_days(date(2023, 9, 29), date(2023, 10, 9))


def test_no_days_later_is_the_day_itself_or_the_next_worked_one() -> None:
    assert later(date(2023, 10, 9), 0) == date(2023, 10, 9)
    assert later(date(2023, 9, 30), 0) == date(2023, 10, 7)


def test_days_are_counted_from_the_day_after() -> None:
    assert later(date(2023, 12, 25), 5) == date(2024, 1, 2)
