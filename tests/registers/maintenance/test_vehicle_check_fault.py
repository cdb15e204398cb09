"""Faults found on vehicles."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import operator, step
from tests.registers.maintenance.workshop import check, fault, item, staff
from yunguan.office.workflow.runtime import Refused


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"found_on": date(2023, 3, 3)}, "早于核查的受理日期"),
        ({"state": "passed"}, "已登记核查合格"),
    ],
)
def test_a_fault_fits_its_check(values: dict[str, Any], words: str) -> None:
    record = check(operator(1))
    record.state = values.pop("state", record.state)
    with pytest.raises(Refused, match=words):
        fault(record, item(), **values)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"effective_to": date(2023, 3, 6)}, "不是有效版本"),
        ({"effective_from": date(2023, 3, 8)}, "不是有效版本"),
        ({"applies_to": "dangerous"}, "不适用于"),
    ],
)
def test_an_item_is_the_version_of_the_day_and_for_the_trade(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        fault(check(operator(1)), item(**values))


@pytest.mark.django_db
def test_a_fault_has_the_weight_of_its_item() -> None:
    assert fault(check(operator(1)), item(veto=True)).veto is True  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_a_fault_is_put_right_or_leaves_with_the_vehicle() -> None:
    clerk, _ = staff()
    record = check(operator(1))
    right = step(fault(record, item()), "rectify", clerk, date(2023, 3, 9), remedy="已更换。")
    left = step(fault(record, item("HC-02")), "leave", clerk, date(2023, 3, 9), "车辆退出")
    assert (right.state, left.state) == ("rectified", "left")


@pytest.mark.django_db
def test_a_fault_is_put_right_with_words() -> None:
    clerk, _ = staff()
    with pytest.raises(Refused, match="须填写“整改措施”"):
        step(fault(check(operator(1)), item()), "rectify", clerk, date(2023, 3, 9))
