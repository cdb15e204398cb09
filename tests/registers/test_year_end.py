"""The turn of the year."""

from datetime import date

import pytest

from tests.factories import NOW, operator, plan
from yunguan.registers.selectors import opened_years
from yunguan.registers.year_end import carry_over, outlook

pytestmark = pytest.mark.django_db


def test_what_is_open_stays_open_and_the_books_are_opened_for_the_next_year() -> None:
    draft = plan(operator(1))
    (shelf,) = [each for each in outlook(2023).shelves if each.book.id == "emergency_plan"]
    assert (shelf.waiting, shelf.opened_next) == (1, False)
    carry_over(year=2023, user=None, on=date(2024, 1, 2), now=NOW)
    assert outlook(2023).done
    assert opened_years()["emergency_plan"] == {2023, 2024}
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_done_twice_it_changes_nothing_more() -> None:
    plan(operator(1))
    carry_over(year=2023, user=None, on=date(2024, 1, 2), now=NOW)
    before = opened_years()
    assert sum(rows for _, rows in carry_over(year=2023, user=None, on=date(2024, 1, 3), now=NOW)) == 0
    assert opened_years() == before


def test_a_year_without_calendar_is_told() -> None:
    assert outlook(2025).calendar_next
    assert not outlook(2150).calendar_next
