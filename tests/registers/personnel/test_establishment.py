"""The sections and their posts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW, START, account, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
POSTS = "unit.posts_authorized"


def posts(as_of: date) -> int | None:
    value = figures(question_of(Period.year(2023), as_of=as_of), [POSTS])[POSTS].value
    return None if value is None else int(value)


def test_the_posts_of_an_abolished_section_count_until_the_day_it_ends() -> None:
    values = {"name": "综合科", "posts": 7, "established_on": START}
    kept = create(book=book("establishment"), values=values, user=None, on=START, now=NOW)
    ended = create(book=book("establishment"), values=values | {"name": "稽查科"}, user=None, on=START, now=NOW)
    step(ended, "abolish", account(Role.HEAD, "personnel"), date(2023, 7, 1), "机构调整")
    assert (posts(date(2023, 6, 30)), posts(date(2023, 7, 1))) == (14, 7)
    assert kept.area == "430400"
