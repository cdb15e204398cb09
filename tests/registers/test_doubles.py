"""Suggested duplicates: an answer ends the suggestion, the rows stay as they are."""

import pytest

from tests.factories import NOW, account, operator
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.doubles import answer, suggestions

pytestmark = pytest.mark.django_db


def test_a_pair_is_suggested_until_somebody_has_answered() -> None:
    first = operator(1, name="衡阳市顺达旅客运输有限公司")
    second = operator(2, name="衡阳市顺达旅客运输公司")
    operator(3, name="耒阳市平安货运有限公司")
    (pair,) = suggestions(book("operator"), EVERYTHING)
    assert {pair.first.pk, pair.second.pk} == {first.pk, second.pk}
    clerk = account(Role.CLERK, "statistics")
    answer(book=book("operator"), first=second, second=first, verdict="different", reason="", user=clerk, now=NOW)
    assert suggestions(book("operator"), EVERYTHING) == []
    assert book("operator").model.objects.count() == 3  # type: ignore[attr-defined]


def test_only_rows_of_the_own_area_are_compared() -> None:
    operator(1, name="衡阳市顺达旅客运输有限公司")
    operator(2, name="衡阳市顺达旅客运输公司", area="430481")
    assert suggestions(book("operator"), Scope(areas=frozenset({"430481"}))) == []


def test_further_columns_must_be_known_and_agree() -> None:
    from tests.web.world import practitioner  # noqa: PLC0415 - the small centre is the web tests'

    practitioner("耒阳", name="张建国平", mobile="13973400002")
    practitioner("常宁", name="张建国平", mobile="13973400003")
    assert suggestions(book("practitioner"), EVERYTHING) == []
