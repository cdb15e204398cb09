"""Who manages what, who owes what, who is late."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account
from tests.registers.own.making import clerk, county, defined, head, row
from tests.registers.own.test_asking import DUE, LEIYANG, sent
from yunguan.office.people import Role
from yunguan.registers.own.selectors import (
    fillers,
    late_requests,
    registers_open_to,
    requests_of,
    requests_open_to,
    requests_waiting_for,
    rows_filled,
)

pytestmark = pytest.mark.django_db


def test_a_section_manages_its_own_and_leaders_see_all() -> None:
    own = defined()
    assert [list(registers_open_to(each)) for each in (head(), clerk(), clerk("passenger"))] == [[own], [own], []]
    assert list(registers_open_to(account(Role.LEADER, "centre"))) == [own]
    assert list(registers_open_to(county())) == []


def test_a_request_waits_for_who_was_asked_and_is_late_after_its_day() -> None:
    request = sent(defined(), LEIYANG)[LEIYANG]
    assert list(requests_waiting_for(county())) == [request]
    assert list(requests_waiting_for(county("430482"))) == []
    assert list(late_requests(head(), DUE)) == []
    assert list(late_requests(head(), date(2026, 3, 7))) == [request]
    assert list(late_requests(county(), date(2026, 3, 7))) == []


def test_a_request_is_open_to_both_its_sides_only() -> None:
    request = sent(defined(), LEIYANG, "passenger")[LEIYANG]
    assert request in requests_open_to(county())
    assert request in requests_open_to(clerk())
    assert request not in requests_open_to(clerk("passenger"))
    assert requests_of(request.own).count() == 2


def test_the_rows_of_each_filler_are_counted_apart() -> None:
    asked = sent(defined(), LEIYANG, "passenger")
    row(1)
    row(2, county())
    row(3, clerk("passenger"))
    assert [rows_filled(asked[LEIYANG]), rows_filled(asked["passenger"])] == [1, 1]
    assert "safety" not in fillers("safety").values_list("code", flat=True)
