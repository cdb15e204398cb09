"""What other books hold about a record."""

import pytest

from tests.factories import operator, plan
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.registers.book import book, books
from yunguan.registers.related import related

pytestmark = pytest.mark.django_db


def test_a_company_shows_its_plans_and_not_those_of_another() -> None:
    one, other = operator(1), operator(2)
    mine = plan(one)
    plan(other)
    found = {each.book.id: each for each in related(one, EVERYTHING, list(books().values()))}
    assert [row.pk for row in found["emergency_plan"].rows] == [mine.pk]
    assert found["emergency_plan"].why == "引用本记录、本企业的记录"


def test_a_person_is_found_by_the_identity_number_in_every_book() -> None:
    from tests.web.world import practitioner  # noqa: PLC0415 - the small centre is the web tests'

    person = practitioner("耒阳")
    found = {each.book.id: each.why for each in related(person, EVERYTHING, list(books().values()))}
    assert found["managers_exam_entry"] == "同一人员"
    assert found["staff"] == "同一人员"


def test_a_record_is_not_related_to_itself() -> None:
    one = operator(1)
    rows = [row for each in related(one, EVERYTHING, [book("operator")]) for row in each.rows]
    assert rows == []


def test_rows_of_another_area_stay_out() -> None:
    one = operator(1)
    plan(one)
    elsewhere = Scope(areas=frozenset({"430481"}))
    (found,) = related(one, elsewhere, [book("emergency_plan")])
    assert list(found.rows) == []
