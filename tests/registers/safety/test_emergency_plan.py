"""Emergency plans: what must be put right, and what is asked before one is filed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, operator, plan, step
from tests.registers.complaints import complains_about
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

PUBLISHED = {"published_on": date(2023, 3, 1)}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "draft"}, []),
        ({"state": "draft", "submitted_on": date(2023, 2, 28)}, ["submitted_on"]),
        ({"state": "submitted"}, ["submitted_on"]),
        ({"state": "supplement", "submitted_on": date(2023, 3, 6)}, ["missing_items"]),
        ({"state": "filed", "submitted_on": date(2023, 3, 6)}, ["filed_on", "filing_no"]),
        ({"state": "deemed_filed", "submitted_on": date(2023, 3, 6), "filed_on": date(2023, 3, 14)}, []),
        ({"state": "deemed_filed", "submitted_on": date(2023, 3, 6), "filed_on": date(2023, 3, 3)}, ["filed_on"]),
    ],
)
def test_a_state_brings_its_dates_and_numbers(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("emergency_plan", **PUBLISHED, **row) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("missing", "words"), [("risk_assessed", "风险评估结果"), ("resources_surveyed", "应急资源调查清单")]
)
def test_an_incomplete_plan_is_not_filed(missing: str, words: str) -> None:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    given: dict[str, Any] = {missing: False}
    record = step(plan(operator(1), **given), "submit", clerk, date(2023, 3, 6))
    with pytest.raises(Refused, match=words):
        step(record, "file", head, date(2023, 3, 8), filing_no="1")


@pytest.mark.django_db
def test_a_dangerous_goods_plan_must_have_been_reviewed() -> None:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    record = step(plan(operator(1, sector="dangerous")), "submit", clerk, date(2023, 3, 6))
    with pytest.raises(Refused, match="须经评审"):
        step(record, "file", head, date(2023, 3, 8), filing_no="1")


@pytest.mark.django_db
def test_a_plan_has_the_sector_and_area_of_its_operator() -> None:
    record = plan(operator(1, area="430481", sector="freight"))
    assert (record.area, record.sector) == ("430481", "freight")  # type: ignore[attr-defined]
