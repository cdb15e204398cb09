"""What was reached in a year: the light, the evidence, the check."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.freight.rest_place import progress, staff, target
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.freight.green_freight_progress import light_of

CHECKED = date(2023, 12, 27)


@pytest.mark.parametrize(
    ("base", "planned", "actual", "expected"),
    [
        (0, 100, 100, "green"),
        (0, 100, 99, "yellow"),
        (0, 100, 80, "yellow"),
        (0, 100, 79, "red"),
        (2000, 1900, 1900, "green"),
        (2000, 1900, 1850, "green"),
        (2000, 1900, 1920, "yellow"),
        (2000, 1900, 2010, "red"),
        (100, 100, 100, "green"),
        (100, 100, 99, "yellow"),
    ],
)
def test_the_light_tells_how_much_of_the_way_was_gone(base: int, planned: int, actual: int, expected: str) -> None:
    assert light_of(base, planned, actual, 100, 80) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"measured_on": date(2022, 12, 20)}, "不在 2023 年"),
        ({"year": 2026, "measured_on": date(2026, 1, 2), "reported_on": date(2026, 1, 3)}, "2022 至 2025 年"),
        ({"reported_on": date(2023, 12, 1)}, "早于"),
    ],
)
def test_a_year_lies_in_the_project_and_its_days_in_order(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        progress(target(), **values)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"), [({"evidence": None}, "没有佐证材料"), ({"actual": 2010}, "红灯指标须写明推进措施")]
)
def test_what_is_not_proven_is_not_checked(values: dict[str, Any], words: str) -> None:
    clerk, head = staff()
    with pytest.raises(Refused, match=words):
        step(progress(target(), clerk, **values), "check", head, CHECKED)


@pytest.mark.django_db
def test_a_report_is_sent_back_checked_and_opened_again() -> None:
    clerk, head = staff()
    record = step(progress(target(), clerk), "return", head, date(2023, 12, 25), "材料不清")
    step(record, "resubmit", clerk, date(2023, 12, 26))
    step(record, "check", head, CHECKED)
    assert step(record, "reopen", head, date(2024, 1, 5), "数据更正").state == "returned"
