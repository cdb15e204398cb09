"""What stations report of a month: losses, wages owed, and what is done about it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.stations.terminal import month, staff, station
from yunguan.office.workflow.runtime import Refused

OWED: dict[str, Any] = {"wages_owed_months": 2, "wages_owed": 90_000_00}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"month_on": date(2023, 3, 2)}, "当月第一天"),
        ({"reported_on": date(2023, 3, 31)}, "早于月末"),
        ({"wages_owed_months": 2}, "对不上"),
        ({"wages_owed": 1}, "对不上"),
    ],
)
def test_a_month_is_whole_over_and_consistent(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        month(station(), **values)


@pytest.mark.django_db
def test_losses_and_debts_are_marked() -> None:
    record: Any = month(station(), **OWED, insurance_owed=1)
    assert (record.in_loss, record.owes_wages, record.owes_insurance) == (True, True, True)


@pytest.mark.django_db
def test_wages_owed_for_months_are_checked_only_with_measures() -> None:
    clerk, head = staff()
    place = station()
    with pytest.raises(Refused, match="已达 2 个月"):
        step(month(place, clerk, **OWED), "check", head, date(2023, 4, 7))
    other = month(place, clerk, month_on=date(2023, 2, 1), measures="已列补发计划。", **OWED)
    step(other, "return", head, date(2023, 4, 7), "金额有误")
    step(other, "resubmit", clerk, date(2023, 4, 10))
    assert step(other, "check", head, date(2023, 4, 11)).state == "checked"
