"""The books of money: what each of their rows must meet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.budget.ledger import adjust, grant, paid, pay, payments, project
from yunguan.core.finding import Severity
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book, in_order_of_reference
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db


def test_the_books_belong_to_the_finance_section_and_ask_for_no_area() -> None:
    for name in ("project", "appropriation", "budget_adjustment", "payment"):
        assert book(name).section == "finance"
        assert "area" not in book(name).by_name


def test_projects_are_imported_first_and_payments_last() -> None:
    order = [each.id for each in in_order_of_reference()]
    names = ("project", "appropriation", "budget_adjustment", "payment")
    assert max(names[1:], key=order.index) == "payment"
    assert all(order.index("project") < order.index(name) for name in names[1:])


def test_a_budget_approved_before_the_year_counts_from_its_first_day() -> None:
    row: Any = grant("100", approved_on=date(2022, 12, 28))
    assert row.counted_on == date(2023, 1, 1)


def test_a_budget_approved_after_the_year_is_refused() -> None:
    with pytest.raises(Refused, match="批复日期晚于预算年度"):
        grant("100", approved_on=date(2024, 1, 2))


def test_a_negative_appropriation_is_refused() -> None:
    with pytest.raises(Refused, match="调减请登记在"):
        grant("-100")


def test_a_reduction_is_entered_without_sign_and_kept_with_it() -> None:
    grant("100")
    row: Any = adjust("30", direction="decrease")
    assert (row.amount, row.signed_amount) == (3000, -3000)
    with pytest.raises(Refused, match="不带负号"):
        adjust("-30")


def test_an_adjustment_of_another_year_is_refused() -> None:
    with pytest.raises(Refused, match="不在预算年度 2023 年内"):
        adjust("30", adjusted_on=date(2024, 1, 5))


def test_project_money_names_its_project_and_basic_money_none() -> None:
    with pytest.raises(Refused, match="项目支出须填写项目代码"):
        pay("100", kind="project")
    with pytest.raises(Refused, match="基本支出不列项目"):
        pay("100", project=project())


def test_a_project_that_has_ended_takes_no_money() -> None:
    old = project(first_year=2020, last_year=2022)
    with pytest.raises(Refused, match="不在实施期内"):
        pay("100", kind="project", project=old)


def test_the_code_of_the_project_is_kept_with_the_row() -> None:
    row: Any = pay("100", kind="project", project=project())
    assert row.project_code == "DLYSFW"
    other = project("YBSJ", "油补资金发放第三方审计")
    change(record=row, values={"project": other}, user=None, now=row.created_at)  # type: ignore[arg-type]
    assert row.project_code == "YBSJ"


def test_only_a_row_of_nothing_may_do_without_classes_and_project() -> None:
    row: Any = pay("0", None, kind="project", fund="government_fund", payee=None)
    assert row.economic_class is None
    with pytest.raises(Refused, match="须填写经济分类编码"):
        pay("100", None, kind="project", fund="government_fund", project=project())


def test_a_payment_is_booked_to_the_item_and_a_budget_may_stay_at_the_class() -> None:
    grant("100", "302")
    with pytest.raises(Refused, match="须为 5 位数字"):
        pay("100", "302")


def test_a_payment_without_payee_is_refused_and_a_refund_is_not() -> None:
    with pytest.raises(Refused, match="须填写收款人"):
        pay("100", payee=None)
    assert pay("-100", payee=None).pk


def test_basic_money_outside_its_classes_is_asked_about() -> None:
    (row,) = payments(paid("100", "30901"))
    (problem,) = row.problems()
    assert problem.severity is Severity.WARNING
    assert "“30901”" in problem.message


def test_the_same_voucher_line_twice_is_refused() -> None:
    pay("100", voucher_no="2023-支-0001")
    with pytest.raises(Refused, match="已有相同的记录"):
        pay("100", voucher_no="2023-支-0001")
    assert pay("50", voucher_no="2023-支-0001", line_no=2).pk


def test_a_project_does_not_end_before_it_begins() -> None:
    with pytest.raises(Refused, match="结束年度早于起始年度"):
        project(last_year=2022)
