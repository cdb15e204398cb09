"""What a form leaves empty is what the column begins with."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.services import change, create

ORDER = {
    "order_no": "12345-2024-0001",
    "source": "hotline",
    "received_on": date(2024, 1, 5),
    "appeal": "consult",
    "topic": "other",
    "summary": "咨询",
    "content": "咨询办事时间。",
}


@pytest.mark.django_db
def test_an_empty_text_and_an_empty_number_are_what_the_columns_begin_with() -> None:
    values = ORDER | {"redone": None, "earlier_no": None, "extended_days": None}
    made: Any = create(book=book("hotline_order"), values=values, user=None, on=START, now=NOW)
    assert (made.redone, made.earlier_no, made.extended_days) == (0, "", None)
    clerk = account(Role.CLERK, "general")
    changed: Any = change(record=made, values={"redone": None, "summary": "咨询事项"}, user=clerk, now=NOW)
    assert (changed.redone, changed.summary) == (0, "咨询事项")
