"""Items of a point table: points or a veto, and fixed once somebody was scored by them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.registers.complaints import complains_about
from tests.registers.passenger.credit_world import made, people, scheme, self_scored
from yunguan.office.workflow.runtime import Refused

ITEM = {"item_no": "一", "position": 1, "item_group": "安全", "name": "安全", "item_kind": "base", "points": 100}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"points": 0}, ["points"]),
        ({"veto_grade": "B"}, ["veto_grade"]),
        ({"item_kind": "veto"}, ["points", "veto_grade"]),
        ({"item_kind": "veto", "points": 0, "veto_grade": "B"}, []),
        ({"item_kind": "bonus"}, []),
    ],
)
def test_an_item_gives_points_or_vetoes(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("credit_item", **(ITEM | row)) == expected


@pytest.mark.django_db
def test_a_table_by_which_somebody_was_scored_is_fixed() -> None:
    people()
    used = scheme()
    self_scored()
    with pytest.raises(Refused, match="请另立新版本"):
        made("credit_item", **(ITEM | {"scheme": used, "position": 9}))
