"""Figures of heads and safety managers: people, not posts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, identity, operator, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db


def manager(person: int, owner: Record, post: str = "head") -> Record:
    values: dict[str, Any] = {"name": "阳光", "identity_number": identity(person), "operator": owner, "post": post}
    values |= {"trade": "passenger", "appointed_on": date(2023, 2, 1)}
    return create(book=book("safety_manager"), values=values, user=None, on=START, now=NOW)


def test_somebody_in_two_posts_is_one_person_and_whoever_left_is_none() -> None:
    clerk, owner = account(Role.CLERK, "safety"), operator(1)
    first = manager(1, owner)
    manager(1, owner, "safety_manager")
    gone = manager(2, operator(2))
    step(first, "certify", clerk, date(2023, 6, 1), certificate_no="1", valid_to=date(2026, 5, 31))
    step(gone, "leave", clerk, date(2023, 7, 1), reason="离职")
    ids = [f"safety.managers.{name}" for name in ("total", "certified", "certified_rate", "uncertified")]
    found = figures(question_of(Period.year(2023)), ids)
    assert [figure.value for figure in found.values()] == [1, 1, 50, 1]
