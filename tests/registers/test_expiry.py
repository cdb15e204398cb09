"""The calendar of what runs out."""

from datetime import date

import pytest

from tests.factories import operator
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.registers.book import book
from yunguan.registers.expiry import expiries

pytestmark = pytest.mark.django_db
JUNE = (date(2024, 6, 1), date(2024, 6, 30))


def test_what_ends_in_the_span_is_listed_by_day() -> None:
    late = operator(1, licence_valid_to=date(2024, 6, 30))
    early = operator(2, licence_valid_to=date(2024, 6, 1))
    operator(3, licence_valid_to=date(2024, 7, 1))
    operator(4)
    found = expiries([book("operator")], EVERYTHING, *JUNE, 10)
    assert [(each.record.pk, each.day.day) for each in found] == [(early.pk, 1), (late.pk, 30)]
    assert found[0].column.label == "许可证有效期至"


def test_what_is_over_or_elsewhere_is_not_listed() -> None:
    gone = operator(1, licence_valid_to=date(2024, 6, 5))
    type(gone)._base_manager.filter(pk=gone.pk).update(state="cancelled")
    operator(2, licence_valid_to=date(2024, 6, 6))
    assert len(expiries([book("operator")], EVERYTHING, *JUNE, 10)) == 1
    assert expiries([book("operator")], Scope(areas=frozenset({"430481"})), *JUNE, 10) == []
