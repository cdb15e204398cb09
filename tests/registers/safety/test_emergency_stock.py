"""Stocks for floods and ice: teams, vehicles and equipment, all three."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

import pytest

from tests.factories import operator
from tests.registers.complaints import complains_about
from tests.registers.safety.scenes import clerk, made, step
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db
DAY = date(2023, 4, 10)
FULL: dict[str, Any] = {"members": 8, "vehicles": 2, "equipment": 40}


def stock(**values: Any) -> Any:
    return made("emergency_stock", on=DAY, operator=operator(1), season="flood", counted_on=DAY, **(FULL | values))


def test_an_operator_with_all_three_is_in_place() -> None:
    one = step(stock(), "confirm", clerk(), DAY)
    assert (one.state, one.in_place_on) == ("in_place", DAY)


@pytest.mark.parametrize(
    ("column", "name"), [("members", "应急队伍"), ("vehicles", "应急车辆"), ("equipment", "应急器材")]
)
def test_whoever_lacks_one_is_urged_until_it_is_there(column: str, name: str) -> None:
    one, someone = stock(**{column: 0}), clerk()
    with pytest.raises(Refused, match=f"{name}还没有到位"):
        step(one, "confirm", someone, DAY)
    with pytest.raises(Refused, match="补齐期限"):
        step(one, "urge", someone, DAY)
    step(one, "urge", someone, DAY, complete_by=date(2023, 4, 20))
    assert one.shortfall == f"{name}未到位"
    with pytest.raises(Refused, match=f"{name}还没有到位"):
        step(one, "complete", someone, date(2023, 4, 18))
    step(one, "complete", someone, date(2023, 4, 18), **cast("dict[str, Any]", {column: 3}))
    assert (one.state, getattr(one, column)) == ("in_place", 3)


def test_whoever_has_all_three_is_not_urged() -> None:
    with pytest.raises(Refused, match="不需督促"):
        step(stock(), "urge", clerk(), DAY, complete_by=date(2023, 4, 20))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (FULL | {"state": "in_place", "vehicles": 0}, ["in_place_on", "state"]),
        (FULL | {"state": "counted", "teams": 1, "members": 0}, ["members"]),
        (FULL | {"state": "urged"}, ["urged_on", "complete_by", "shortfall"]),
    ],
)
def test_a_state_agrees_with_the_counts(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("emergency_stock", counted_on=DAY, **row) == expected
