"""Figures of repair shops."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import operator, step
from tests.registers.maintenance.workshop import filed_shop, shop, staff
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of


@pytest.mark.django_db
def test_a_shop_that_gave_up_was_still_filed_in_the_year() -> None:
    clerk, head = staff()
    filed_shop(operator(1), clerk, head)
    step(filed_shop(operator(2), clerk, head), "cancel", head, date(2023, 6, 1), "停业")
    step(shop(operator(3)), "submit", clerk, date(2023, 6, 1))
    ids = ["shops_filed", "shops_filed.second_class", "shops.standing", "shops.waiting", "shops.cancelled"]
    found = figures(question_of(Period.year(2023)), [f"maintenance.{each}" for each in ids])
    assert [figure.value for figure in found.values()] == [2, 2, 1, 1, 1]
