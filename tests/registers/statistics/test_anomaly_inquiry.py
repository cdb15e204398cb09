"""Inquiries: asked in writing or on site, explained and accepted, or corrected by the unit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW
from tests.registers.statistics.surveys import FILED, do, filed, listed, owed, people, reporter, rule, task, version
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change
from yunguan.registers.statistics.anomaly_inquiry import AnomalyInquiry
from yunguan.registers.statistics.monthly_value import MonthlyValue

pytestmark = pytest.mark.django_db


def asked(severity: str = "ask") -> AnomalyInquiry:
    """The inquiry into a return whose part is more than its whole."""
    clerk, _ = people()
    listed()
    held = version()
    rule(held.form, severity=severity)
    filed(task(held, clerk), K3=2000)
    return AnomalyInquiry._base_manager.get()


def clerk_() -> Any:
    from yunguan.office.people import User  # noqa: PLC0415 - needs the tables

    return User.objects.get(username="clerk-statistics")


def test_an_explanation_is_accepted() -> None:
    inquiry = asked()
    assert (inquiry.stated, inquiry.expected, inquiry.due_on) == (200_000, 100_000, date(2023, 6, 12))
    do(inquiry, "answer", reporter(), date(2023, 6, 7), answer="班车含包车转入")
    done = do(inquiry, "accept", clerk_(), date(2023, 6, 8), conclusion="属实")
    assert (done.state, done.closed_on) == ("accepted", date(2023, 6, 8))
    assert do(owed(done.monthly_return.task), "pass", clerk_(), date(2023, 6, 8)).state == "passed"


def test_a_visit_says_who_went_and_what_was_found() -> None:
    inquiry = asked()
    with pytest.raises(Refused, match="核查人员"):
        do(inquiry, "visit", clerk_(), date(2023, 6, 7), findings="台账一致")
    do(inquiry, "visit", clerk_(), date(2023, 6, 7), visitors="甲、乙", findings="台账一致")
    assert do(inquiry, "accept", clerk_(), date(2023, 6, 8), conclusion="属实").state == "accepted"


def test_a_correction_is_made_by_the_unit_and_closes_the_inquiry() -> None:
    inquiry = asked()
    do(inquiry, "order_correction", clerk_(), date(2023, 6, 7), conclusion="多录一位")
    record = owed(inquiry.monthly_return.task)
    assert record.state == "returned"
    value = MonthlyValue._base_manager.get(item_code="K3")
    change(record=value, values={"value": 20_000}, user=reporter(), now=NOW)
    do(record, "file", reporter(), date(2023, 6, 8))
    inquiry.refresh_from_db()
    assert (inquiry.state, inquiry.closed_on) == ("corrected", date(2023, 6, 8))


def test_what_must_hold_sends_the_return_back_and_is_not_explained_away() -> None:
    inquiry = asked("must")
    assert owed(inquiry.monthly_return.task).state == "returned"
    do(inquiry, "answer", reporter(), FILED, answer="就是这样")
    with pytest.raises(Refused, match="请责令更正"):
        do(inquiry, "accept", clerk_(), date(2023, 6, 8), conclusion="属实")


def test_an_accepted_inquiry_tells_the_explanation() -> None:
    inquiry = asked()
    inquiry.state, inquiry.closed_on = "accepted", FILED
    assert [each.field for each in inquiry.problems()] == ["answer"]
