"""What homes served in a month."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW
from tests.registers.freight.rest_place import running, staff
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import create

MONTH = date(2023, 11, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"month_on": date(2023, 11, 2)}, "当月第一天"),
        ({"month_on": date(2023, 10, 1)}, "还没有投入运营"),
        ({"settled": 1}, "多于投诉件数"),
    ],
)
def test_a_month_is_one_in_which_the_home_ran(values: dict[str, Any], words: str) -> None:
    known = {"home": running(*staff()), "month_on": MONTH, "drivers": 900, "parked": 700}
    with pytest.raises(Refused, match=words):
        create(book=book("driver_home_month"), values=known | values, user=None, on=MONTH, now=NOW)
