"""Rates of the finance section: adjustment, execution, control, change from last year, and what stays without data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.budget.hengyang import hengyang
from tests.budget.ledger import adjust, grant, pay, project
from yunguan.core.figure import Figure
from yunguan.core.numbers import round_half_up
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of

pytestmark = pytest.mark.django_db
RATES = {
    "finance.basic.addition_rate": "25.90",
    "finance.basic.adjustment_rate": "25.90",
    "finance.total.adjustment_rate": "25.18",
    "finance.three_public.control_rate": "97.44",
    "finance.three_public.control_rate.reception": "84.67",
    "finance.three_public.control_rate.vehicles": "100.00",
}
LAST = {"year": 2022, "approved_on": date(2022, 1, 18)}
LAST_PAID = {"paid_on": date(2022, 11, 30)}


def told(name: str, as_of: date | None = None, year: int = 2023) -> Figure:
    return figures(question_of(Period.year(year), as_of=as_of), [name])[name]


def last_year() -> None:
    """Of the year before: 2.0 of three public expenses granted and 1.8 spent, with 0.3 taken from office money."""
    grant("20000", "30217", **LAST)
    grant("10000", "30201", **LAST)
    adjust("3000", "30201", year=2022, adjusted_on=date(2022, 9, 1), direction="decrease")
    pay("18000", "30217", **LAST_PAID)
    pay("7000", "30201", **LAST_PAID)


@pytest.mark.parametrize("name", RATES)
def test_the_rates_of_hengyang_are_those_worked_out_by_hand(name: str) -> None:
    hengyang()
    value = told(name).value
    assert value is not None
    assert round_half_up(value, 2) == Decimal(RATES[name])


def test_a_reduction_lowers_the_budget_and_raises_the_adjustment_rate() -> None:
    grant("1000000", "30201")
    adjust("300000", "30201")
    adjust("100000", "30201", direction="decrease")
    assert told("finance.basic.adjusted_budget").value == 120
    assert told("finance.basic.adjustment_rate").value == 40
    assert told("finance.basic.addition_rate").value == 30


def test_a_project_that_nothing_was_added_to_keeps_its_grant_where_adjustments_are_kept() -> None:
    grant("200000", "302", kind="project", project=project())
    name = "finance.project.road_transport_service.adjusted_budget"
    assert told(name).value is None
    adjust("1", "30201")
    assert told(name).value == 20


def test_a_budget_is_adjusted_from_the_day_of_its_adjustment() -> None:
    hengyang()
    assert told("finance.basic.adjusted_budget", date(2023, 9, 19)).value == Decimal("1238.04")
    assert told("finance.basic.adjusted_budget", date(2023, 9, 20)).value == Decimal("1558.74")


def test_what_was_not_spent_is_carried_over_and_compared_with_last_year() -> None:
    last_year()
    grant("50000", "30201")
    adjust("10000", "30201")
    pay("59000", "30201")
    assert told("finance.carry_over.last_year").value == Decimal("0.2")
    assert told("finance.carry_over.amount").value == Decimal("0.1")
    assert told("finance.carry_over.change_rate").value == -50


def test_nothing_left_last_year_is_no_base_for_a_change() -> None:
    last_year()
    pay("2000", "30217", **LAST_PAID)
    hengyang()
    found = told("finance.carry_over.change_rate")
    assert (found.value, found.denominator) == (None, 0)
    assert found.why_none == "分母为 0，没有可比的基数，不计算比率。"


def test_without_last_years_books_there_is_no_change() -> None:
    hengyang()
    assert told("finance.three_public.change_rate").value is None
    assert told("finance.three_public.change_rate").why_none.startswith("分子和分母没有数据")


def test_the_three_public_expenses_are_compared_with_last_years_budget() -> None:
    last_year()
    hengyang()
    assert told("finance.three_public.last_year.budget").value == 2
    assert told("finance.three_public.last_year.actual.reception").value == Decimal("1.8")
    assert told("finance.three_public.change_rate").value == 350


def test_office_money_is_goods_and_capital_of_basic_expenditure_item_by_item() -> None:
    last_year()
    hengyang()
    pay("30000", "30201", kind="project", project=project("X", "另一项目"))
    assert told("finance.office.actual").value == Decimal("151.63")
    assert told("finance.office.office.actual").value == Decimal("141.18")
    assert told("finance.office.office.last_year").value == Decimal("0.7")
    assert told("finance.office.meetings.actual").value is None


def test_an_expense_without_a_budget_has_no_control_rate() -> None:
    hengyang()
    assert told("finance.three_public.control_rate.abroad").value is None
    assert told("finance.three_public.control_rate.abroad").why_none.startswith("分母为 0")


def test_the_formula_says_what_no_adjustment_means() -> None:
    assert "没有记录的计 0" in told("finance.basic.adjusted_budget").formula
    assert "“经济分类编码”以“302”或“310”开头" in told("finance.office.actual").formula
