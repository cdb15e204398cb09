"""Overspend: warned about or stopped, row by row and over a whole batch."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.budget.ledger import adjust, grant, paid, pay, payments, project, stop_overspend
from yunguan.budget.payment import Payment
from yunguan.core.finding import Severity
from yunguan.office.rules import RuleValue
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db


def among(*values: dict[str, Any]) -> dict[int, Severity]:
    return {index: problem.severity for index, problem in Payment.problems_among(payments(*values))}


def test_more_than_the_line_has_left_is_warned_about_with_its_numbers() -> None:
    grant("1000")
    adjust("200")
    pay("900")
    ((index, problem),) = Payment.problems_among(payments(paid("300.01")))
    assert (index, problem.severity) == (0, Severity.WARNING)
    assert "一般公共预算 基本支出 302" in problem.message
    for number in ("预算1,200.00元", "已支付900.00元", "尚可使用300.00元", "占用300.01元", "超出0.01元"):
        assert number in problem.message


def test_the_last_fen_may_be_spent() -> None:
    grant("1000")
    pay("900")
    assert among(paid("100")) == {}


def test_the_setting_stops_it() -> None:
    grant("1000")
    stop_overspend()
    pay("1000")
    with pytest.raises(Refused, match="请先登记预算追加"):
        pay("0.01")


def test_a_warned_payment_is_written_all_the_same() -> None:
    assert pay("100").pk
    assert among(paid("1")) == {0: Severity.WARNING}


def test_a_batch_is_measured_together() -> None:
    grant("1000")
    assert among(paid("600"), paid("300"), paid("200")) == {2: Severity.WARNING}


def test_a_stopped_row_takes_nothing_from_those_after_it() -> None:
    grant("1000")
    stop_overspend()
    assert among(paid("600"), paid("500"), paid("400")) == {1: Severity.ERROR}


def test_a_row_refused_for_another_reason_takes_nothing_either() -> None:
    grant("1000")
    stop_overspend()
    assert among(paid("900", "302"), paid("1000")) == {}
    unknown = Payment.problems_among(payments(paid("900", "30288"), paid("1000")))
    assert [(index, problem.field) for index, problem in unknown] == [(0, "economic_class")]


def test_a_refund_in_the_batch_makes_room_wherever_it_stands() -> None:
    grant("1000")
    pay("1000")
    assert among(paid("50"), paid("-50")) == {}


def test_earlier_payments_come_first_whatever_their_order_in_the_file() -> None:
    grant("1000")
    late, early = paid("700", paid_on=date(2023, 11, 1)), paid("700", paid_on=date(2023, 2, 1))
    assert among(late, early) == {0: Severity.WARNING}


def test_lines_of_another_fund_kind_project_class_or_year_lend_nothing() -> None:
    grant("1000")
    service = project()
    alone = [
        paid("1", "30101"),
        paid("1", fund="government_fund"),
        paid("1", kind="project", project=service),
        paid("1", paid_on=date(2024, 1, 5)),
    ]
    assert set(among(*alone)) == {0, 1, 2, 3}


def test_items_of_one_class_share_its_line() -> None:
    grant("600", "30201")
    grant("400", "30211")
    assert among(paid("1000", "30226")) == {}


def test_a_reduction_below_what_was_spent_is_stopped_as_well() -> None:
    grant("1000")
    pay("900")
    stop_overspend()
    with pytest.raises(Refused, match=r"超出50\.00元"):
        adjust("150", direction="decrease")


def test_a_changed_payment_is_measured_by_its_change() -> None:
    grant("1000")
    row = pay("900")
    stop_overspend()
    change(record=row, values={"amount": 100000}, user=None, now=row.created_at)  # type: ignore[arg-type]
    with pytest.raises(Refused, match=r"占用0\.01元"):
        change(record=row, values={"amount": 100001}, user=None, now=row.created_at)  # type: ignore[arg-type]


def test_an_appropriation_cannot_be_moved_away_from_under_its_payments() -> None:
    row = grant("1000")
    pay("1000")
    stop_overspend()
    with pytest.raises(Refused, match="302"):
        change(record=row, values={"economic_class": "301"}, user=None, now=row.created_at)  # type: ignore[arg-type]


def test_a_setting_that_has_no_value_on_the_day_refuses_instead_of_guessing() -> None:
    RuleValue.objects.filter(code="budget.overspend").update(effective_from=date(2024, 1, 1))
    with pytest.raises(Refused, match="当日没有取值"):
        pay("1")


def test_a_row_that_is_there_already_is_not_counted_twice() -> None:
    grant("1000")
    stop_overspend()
    pay("900", voucher_no="2023-支-0001")
    again, refund = paid("900", voucher_no="2023-支-0001"), paid("-900", voucher_no="2023-支-0001")
    assert among(again, paid("100")) == {}
    assert among(refund, paid("101")) == {1: Severity.ERROR}


def test_a_row_that_stands_twice_in_a_batch_is_counted_once() -> None:
    grant("1000")
    stop_overspend()
    twice = paid("600")
    assert among(twice, twice, paid("400")) == {}


def test_a_batch_costs_few_queries_however_many_rows_it_has() -> None:
    grant("1000000")
    batch = payments(*(paid("1") for _ in range(1000)))
    with CaptureQueriesContext(connection) as captured:
        assert list(Payment.problems_among(batch)) == []
    assert len(captured) == 9
