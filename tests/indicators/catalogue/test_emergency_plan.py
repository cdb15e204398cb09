"""Plan filings: who must, who has; as-of days and areas are told in tests/indicators/test_compute.py."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account, filed_plan, operator
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role

pytestmark = pytest.mark.django_db


def test_key_carriers_have_a_rate_of_their_own() -> None:
    clerk, head = account(Role.CLERK, "safety"), account(Role.HEAD, "safety")
    filed_plan(operator(0, key_carrier=True), clerk, head, date(2023, 3, 10))
    operator(1)
    ids = [f"safety.emergency_plan.{name}" for name in ("filed_rate", "key_carriers_filed_rate")]
    found = figures(question_of(Period.year(2023)), ids)
    assert [figure.value for figure in found.values()] == [50, 100]


def test_a_company_that_need_not_file_is_not_asked_for() -> None:
    operator(0, filing_required=False)
    key = "safety.emergency_plan.required"
    assert figures(question_of(Period.year(2023)), [key])[key].value == 0
