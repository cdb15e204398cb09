"""The states that an imported record has been in, as its dates tell."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from yunguan.registers.book import book
from yunguan.registers.importing.intervals import spans_of

TODAY = date(2024, 2, 1)


def march(day: int) -> date:
    return date(2023, 3, day)


SUBMITTED = {"submitted_on": march(6)}
FILED = SUBMITTED | {"checked_on": march(8), "filed_on": march(10)}
PLANS: tuple[tuple[str, str, dict[str, Any], list[tuple[str, date, date | None]]], ...] = (
    ("nothing known: since the import", "draft", {}, [("draft", TODAY, None)]),
    ("the date of its own state", "submitted", SUBMITTED, [("submitted", march(6), None)]),
    (
        "every state on the way that has a date",
        "filed",
        FILED,
        [("submitted", march(6), march(8)), ("checking", march(8), march(10)), ("filed", march(10), None)],
    ),
    (
        "a state without a date is left out",
        "filed",
        SUBMITTED | {"filed_on": march(10)},
        [("submitted", march(6), march(10)), ("filed", march(10), None)],
    ),
    (
        "of states with one date column the present one is meant",
        "deemed_filed",
        SUBMITTED | {"filed_on": march(13)},
        [("submitted", march(6), march(13)), ("deemed_filed", march(13), None)],
    ),
    (
        "of states with one date column the first that leads on is meant",
        "revision_due",
        {"filed_on": march(10), "revision_due_on": date(2023, 11, 15)},
        [("filed", march(10), date(2023, 11, 15)), ("revision_due", date(2023, 11, 15), None)],
    ),
    (
        "a date after the present state began belongs to no state before it",
        "filed",
        SUBMITTED | {"checked_on": march(20), "filed_on": march(10)},
        [("submitted", march(6), march(10)), ("filed", march(10), None)],
    ),
    (
        "a state from which the present one cannot be reached is left out",
        "filed",
        SUBMITTED | {"filed_on": march(10), "withdrawn_on": march(1)},
        [("submitted", march(6), march(10)), ("filed", march(10), None)],
    ),
    (
        "two states of one day follow each other as declared, the first without a day of its own",
        "filed",
        {"submitted_on": march(8), "checked_on": march(8), "filed_on": march(10)},
        [("submitted", march(8), march(8)), ("checking", march(8), march(10)), ("filed", march(10), None)],
    ),
    (
        "a supplement in between",
        "filed",
        SUBMITTED | {"supplement_asked_on": march(7), "filed_on": march(10)},
        [("submitted", march(6), march(7)), ("supplement", march(7), march(10)), ("filed", march(10), None)],
    ),
)


def record(register: str, state: str, **values: Any) -> Any:
    """An unsaved record."""
    model: Any = book(register).model
    return model(state=state, **values)


@pytest.mark.parametrize(("says", "state", "dates", "expected"), PLANS, ids=[case[0] for case in PLANS])
def test_a_plan_has_been_in_the_states_that_its_dates_tell(
    says: str, state: str, dates: dict[str, Any], expected: list[tuple[str, date, date | None]]
) -> None:
    assert spans_of(record("emergency_plan", state, **dates), TODAY) == expected


def test_without_a_date_of_its_own_a_state_begins_with_the_period_date() -> None:
    planned = record("managers_exam_session", "planned", exam_on=march(10))
    assert spans_of(planned, TODAY) == [("planned", march(10), None)]


def test_what_is_planned_ahead_is_planned_since_the_import() -> None:
    planned = record("managers_exam_session", "planned", exam_on=date(2024, 6, 1))
    assert spans_of(planned, TODAY) == [("planned", TODAY, None)]


def test_a_book_without_a_workflow_has_one_state() -> None:
    stock = record("plate_stock", "valid", received_on=march(1))
    assert spans_of(stock, TODAY) == [("valid", march(1), None)]
