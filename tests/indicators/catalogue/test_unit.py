"""The unit's sections, posts and people."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import NOW, START, account, identity, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
IDS = ("unit.sections", "unit.posts_authorized", "unit.staff_in_post", "unit.retirees")


def told(as_of: date) -> list[object]:
    return [figure.value for figure in figures(question_of(Period.year(2023), as_of=as_of), IDS).values()]


def person(number: int, unit: Record) -> Record:
    values = {"name": "阳光", "identity_number": identity(number), "unit": unit, "post_kind": "management"}
    return create(book=book("staff"), values=values | {"joined_on": START}, user=None, on=START, now=NOW)


def test_whoever_retires_counts_among_the_retired_from_that_day() -> None:
    section = {"name": "综合科", "posts": 7, "established_on": START}
    unit = create(book=book("establishment"), values=section, user=None, on=START, now=NOW)
    person(1, unit)
    step(person(2, unit), "retire", account(Role.CLERK, "personnel"), date(2023, 7, 1))
    assert told(date(2023, 6, 30)) == [1, 7, 2, 0]
    assert told(date(2023, 7, 1)) == [1, 7, 1, 1]


def test_the_staff_control_rate_is_people_in_post_by_authorised_posts() -> None:
    section = {"name": "综合科", "posts": 4, "established_on": START}
    unit = create(book=book("establishment"), values=section, user=None, on=START, now=NOW)
    person(1, unit)
    rate = figures(question_of(Period.year(2023)), ["unit.staff_control_rate"])["unit.staff_control_rate"]
    assert (rate.value, rate.numerator, rate.denominator) == (Decimal(25), Decimal(1), Decimal(4))


def test_without_the_registers_there_is_no_figure() -> None:
    assert told(date(2023, 12, 31)) == [None] * 4
