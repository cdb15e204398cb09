"""Postings: proposed, sent, returned with an outcome."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import employee, made
from yunguan.office.people import Role

DAY = date(2023, 5, 8)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "proposed"}, []),
        ({"state": "posted"}, ["posted_on"]),
        ({"state": "posted", "posted_on": DAY, "until": date(2023, 1, 1)}, ["until"]),
        ({"state": "returned", "posted_on": DAY}, ["returned_on", "outcome"]),
    ],
)
def test_a_state_brings_its_columns(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("staff_posting", proposed_on=DAY, **row) == expected


@pytest.mark.django_db
def test_somebody_is_sent_and_returns() -> None:
    head = account(Role.HEAD, "general")
    values: dict[str, Any] = {"kind": "village_team", "place": "帮扶村", "role": "队员", "proposed_on": DAY}
    record = step(made("staff_posting", member=employee(1), **values), "post", head, date(2023, 5, 10))
    assert step(record, "return", head, date(2023, 12, 20), outcome="完成任务").state == "returned"
    other = made("staff_posting", member=employee(2), **values)
    assert step(other, "drop", head, date(2023, 5, 10), "另有任务").state == "dropped"
