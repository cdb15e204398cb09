"""Figures of those who work in the villages."""

from __future__ import annotations

from datetime import date

import pytest

from tests.demo.books.taken import values
from tests.factories import account, step
from tests.registers.general.cases import employee, made
from yunguan.office.people import Role


@pytest.mark.django_db
def test_who_has_returned_is_no_longer_in_the_team() -> None:
    head = account(Role.HEAD, "general")
    day = date(2023, 5, 8)
    for number in (1, 2):
        record = made(
            "staff_posting",
            member=employee(number),
            kind="village_team",
            place="帮扶村",
            role="队员",
            proposed_on=day,
            office_money=2_000_000,
        )
        step(record, "post", head, day)
        if number == 2:
            step(record, "return", head, date(2023, 9, 1), outcome="完成")
    assert values("rural.team_members", "rural.talents_sent", "rural.office_money") == ["1", "0", "2"]
