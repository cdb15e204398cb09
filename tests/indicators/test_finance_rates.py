"""Rates of the finance section: adjustment, execution, control, change from last year, and what stays without data."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.budget.hengyang import hengyang
from tests.budget.ledger import adjust, grant, pay, project
from tests.factories import NOW, START, identity
from yunguan.core.figure import Figure, Origin
from yunguan.core.numbers import round_half_up
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.indicators.services import take_over
from yunguan.registers.book import book
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
RATES = {
    "finance.basic.addition_rate": "25.90",
    "finance.basic.adjustment_rate": "25.90",
    "finance.total.adjustment_rate": "25.18",
    "finance.total.addition_rate": "25.18",
    "finance.three_public.control_rate": "97.44",
    "finance.three_public.control_rate.reception": "84.67",
    "finance.three_public.control_rate.vehicles": "100.00",
}
TOLD_AT = datetime(2024, 1, 10, 9, 0, tzinfo=UTC)
LAST = {"year": 2022, "approved_on": date(2022, 1, 18)}
LAST_PAID = {"paid_on": date(2022, 11, 30)}


def told(name: str, as_of: date | None = None, year: int = 2023) -> Figure:
    return figures(question_of(Period.year(year), as_of=as_of), [name])[name]


def declare(name: str, value: str, as_of: date = date(2023, 12, 31)) -> None:
    """Say a figure for which there is no book, as an export of the purchasing system does."""
    take_over(values={name: Decimal(value)}, as_of=as_of, source="采购系统", file_name="a.xlsx", user=None, now=TOLD_AT)


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
    assert (found.value, found.denominator) == (None, Decimal(0))
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


def test_money_brought_in_from_last_year_counts_in_the_completion_rate_only() -> None:
    hengyang()
    assert told("finance.total.completion_rate").why_none == "所属科室尚未申报。"
    declare("finance.carry_over.brought_in", "405.46")
    assert told("finance.total.completion_rate").value == Decimal(159454) / 2000
    assert told("finance.total.execution_rate").value == 100


def test_a_rate_of_two_declared_figures_says_which_is_which() -> None:
    declare("finance.procurement.budget", "50")
    declare("finance.procurement.actual", "40")
    found = told("finance.procurement.execution_rate")
    assert (found.value, found.origin) == (Decimal(80), Origin.IMPORTED)
    said = ("政府采购实际金额：采购系统外部导入", "政府采购预算：采购系统外部导入")
    assert tuple(operand.label.partition("（")[0] for operand in found.operands) == said


def test_the_pace_of_payment_is_that_of_the_day_beside_what_was_planned_by_then() -> None:
    hengyang()
    declare("finance.payment.planned", "40", date(2023, 6, 30))
    declare("finance.payment.planned", "100", date(2023, 12, 31))
    june = told("finance.payment.progress", date(2023, 7, 31)).value
    assert june is not None
    assert told("finance.payment.progress_rate", date(2023, 7, 31)).value == june / 40 * 100
    assert told("finance.payment.progress_rate").value == 100


def test_a_cost_is_told_in_yuan_for_one_piece_of_work() -> None:
    hengyang()
    unit = {"name": "综合科", "posts": 4, "established_on": START}
    values = {"name": "阳光", "identity_number": identity(1), "post_kind": "management", "joined_on": START}
    section = create(book=book("establishment"), values=unit, user=None, on=START, now=NOW)
    create(book=book("staff"), values=values | {"unit": section}, user=None, on=START, now=NOW)
    assert told("finance.cost.office_per_person").value == 1_516_300
    assert told("finance.cost.office_per_person").formula.endswith(" × 10000")
    assert told("finance.cost.exam_session").value is None


def test_the_formula_says_what_no_adjustment_means() -> None:
    assert "没有记录的计 0" in told("finance.basic.adjusted_budget").formula
    assert "“经济分类编码”以“302”或“310”开头" in told("finance.office.actual").formula
