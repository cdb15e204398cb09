"""Payments: of an approved plan, to a known account, sent again when they come back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW
from tests.registers.subsidies.pools import again, claimed_pool, do, people, published
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change
from yunguan.registers.subsidies.subsidy_payment import SubsidyPayment

pytestmark = pytest.mark.django_db


@pytest.fixture
def payment() -> Any:
    """The only payment of an approved plan."""
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    do(pool, "report", clerk, date(2023, 3, 31), report_no="1")
    do(pool, "approve", head, date(2023, 4, 10), approval_no="2")
    return SubsidyPayment._base_manager.get()


def clerk_() -> User:
    return User.objects.get(username="clerk-urban_transit")


def test_a_payment_that_comes_back_is_sent_again(payment: Any) -> None:
    do(payment, "pay", clerk_(), date(2023, 4, 11), voucher_no="付1")
    do(payment, "bounce", clerk_(), date(2023, 4, 13), reason="账号有误")
    assert do(payment, "pay", clerk_(), date(2023, 4, 14), voucher_no="付2").state == "paid"


def test_nothing_is_paid_without_an_account(payment: Any) -> None:
    change(record=payment.recipient, values={"account_no": None}, user=clerk_(), now=NOW)
    with pytest.raises(Refused, match="银行账号没有登记"):
        do(payment, "pay", clerk_(), date(2023, 4, 11), voucher_no="付1")


def test_nothing_is_paid_after_the_plan_was_finished(payment: Any) -> None:
    do(payment, "pay", clerk_(), date(2023, 4, 11), voucher_no="付1")
    do(payment.plan, "finish", clerk_(), date(2023, 4, 12))
    do(payment, "bounce", clerk_(), date(2023, 4, 13), reason="账号有误")
    with pytest.raises(Refused, match="不在拨付阶段"):
        do(payment, "pay", clerk_(), date(2023, 4, 14), voucher_no="付2")


def test_an_amount_is_that_of_the_calculation(payment: Any) -> None:
    with pytest.raises(Refused, match="请按异议重算"):
        change(record=payment, values={"amount": 5}, user=clerk_(), now=NOW)


def test_states_bring_their_dates_and_vouchers(payment: Any) -> None:
    record = again(payment)
    record.state = "bounced"
    assert [each.field for each in record.problems()] == ["paid_on", "voucher_no", "bounced_on"]
