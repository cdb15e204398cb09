"""Point tables: thresholds in order, full marks reached, one version at a time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.complaints import complains_about
from tests.registers.passenger.credit_world import OPENED, SCHEME, made, people, scheme
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.passenger.credit_scheme import scheme_for


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"full_marks": 0, "bonus_cap": 9000}, ["full_marks"]),
        ({"bonus_cap": -10}, ["bonus_cap"]),
        ({"least_aa": 8600}, ["least_aa"]),
        ({"least_aaaa": 8000}, ["least_aa"]),
        ({"least_aaa": 12000}, ["least_aaa"]),
        ({"effective_to": date(2022, 1, 1)}, ["effective_to"]),
    ],
)
def test_thresholds_fall_and_lie_within_the_marks(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("credit_scheme", **(SCHEME | row)) == expected


@pytest.mark.django_db
def test_a_table_that_does_not_come_to_its_full_marks_is_not_adopted() -> None:
    found = scheme(adopted=False, full_marks=10100)
    with pytest.raises(Refused, match="合计 1000 分，与满分 1010 分不符"):
        step(found, "adopt", people()["head"], OPENED)


@pytest.mark.django_db
def test_two_tables_of_a_trade_are_not_in_force_for_the_same_days() -> None:
    scheme()
    second = scheme(adopted=False, scheme_no="客运2024", effective_from=date(2024, 1, 1))
    with pytest.raises(Refused, match="与施行中的细则“客运2023”施行日期重叠"):
        step(second, "adopt", people()["head"], OPENED)


@pytest.mark.django_db
def test_the_table_of_a_day_is_the_version_that_held_on_it() -> None:
    old = scheme(effective_to=date(2024, 1, 1))
    new = scheme(scheme_no="客运2024", effective_from=date(2024, 1, 1))
    assert scheme_for("passenger", date(2023, 12, 31)) == old
    assert scheme_for("passenger", date(2024, 1, 1)) == new
    assert scheme_for("passenger", date(2022, 12, 31)) is None
    assert scheme_for("taxi", OPENED) is None


@pytest.mark.django_db
def test_a_table_is_retired_with_a_reason() -> None:
    found = scheme()
    with pytest.raises(Refused, match="理由"):
        step(found, "retire", people()["head"], date(2023, 12, 29))
    step(found, "retire", people()["head"], date(2023, 12, 29), "新办法施行")
    assert found.effective_to == date(2023, 12, 29)


@pytest.mark.django_db
def test_a_draft_is_no_table_yet() -> None:
    made("credit_scheme", **SCHEME)
    assert scheme_for("passenger", OPENED) is None
