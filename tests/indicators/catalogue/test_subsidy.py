"""Figures of subsidies: the run that holds, what is paid of what is due."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import NOW
from tests.registers.subsidies.pools import claimed_pool, do, objection, people, published
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.registers.subsidies.running import calculate
from yunguan.registers.subsidies.subsidy_payment import SubsidyPayment

pytestmark = pytest.mark.django_db


def told(*ids: str) -> list[object]:
    found = figures(question_of(Period.year(2023)), [f"subsidy.{each}" for each in ids])
    return [figure.value for figure in found.values()]


def test_a_recalculated_pool_counts_once() -> None:
    clerk, head = people()
    pool = published(claimed_pool((12, 12)), clerk, head)
    do(objection(pool), "accept", head, date(2023, 3, 27), decision="成立")
    calculate(plan=pool, user=clerk, on=date(2023, 3, 28), now=NOW, reason="异议成立")
    assert told("pools", "vehicles", "objections", "objections_upheld") == [1, 2, 1, 1]
    assert told("mean", "amount") == [Decimal("5000.005"), Decimal("1.000001")]


def test_what_is_paid_is_held_against_what_is_due() -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    do(pool, "report", clerk, date(2023, 3, 31), report_no="1")
    do(pool, "approve", head, date(2023, 4, 10), approval_no="2")
    assert told("published", "reported", "recipients", "paid_rate") == [1, 1, 1, None]
    do(SubsidyPayment._base_manager.get(), "pay", clerk, date(2023, 4, 12), voucher_no="付1")
    assert told("paid", "paid_rate") == [Decimal("1.000001"), Decimal(100)]
    do(pool, "finish", clerk, date(2023, 4, 14))
    assert told("audited", "audited_rate") == [0, 0]
    do(pool, "audit", clerk, date(2023, 9, 1), auditor="某会计师事务所", audit_report_no="审〔2023〕5号")
    assert told("audited", "audited_rate") == [1, 100]


def test_an_objection_is_settled_when_it_is_rejected_or_the_pool_is_calculated_anew() -> None:
    clerk, head = people()
    pool = published(claimed_pool((12, 12)), clerk, head)
    do(objection(pool), "accept", head, date(2023, 3, 27), decision="成立")
    assert told("objections_settled_rate") == [0]
    calculate(plan=pool, user=clerk, on=date(2023, 3, 28), now=NOW, reason="异议成立")
    assert told("objections_settled_rate") == [100]
