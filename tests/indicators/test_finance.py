"""The finance section's figures over the lines of Hengyang's 2023 budget."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.budget.hengyang import hengyang
from tests.budget.ledger import pay
from yunguan.budget import terms
from yunguan.core.figure import Figure, Origin
from yunguan.core.period import Period
from yunguan.indicators.catalogue.finance import three_public
from yunguan.indicators.selectors import figures, question_of

pytestmark = pytest.mark.django_db
STATED = {
    "finance.basic.initial_budget": "1238.04",
    "finance.basic.additions": "320.70",
    "finance.basic.adjusted_budget": "1558.74",
    "finance.basic.executed": "1558.74",
    "finance.basic.execution_rate": "100",
    "finance.basic.wages": "1058.14",
    "finance.basic.goods": "149.95",
    "finance.basic.individuals": "348.97",
    "finance.basic.capital": "1.68",
    "finance.three_public.budget": "9.00",
    "finance.three_public.budget.abroad": "0",
    "finance.three_public.budget.vehicles": "7.50",
    "finance.three_public.budget.vehicle_purchase": "0",
    "finance.three_public.budget.vehicle_running": "7.50",
    "finance.three_public.budget.reception": "1.50",
    "finance.three_public.actual": "8.77",
    "finance.three_public.actual.abroad": "0",
    "finance.three_public.actual.vehicles": "7.50",
    "finance.three_public.actual.vehicle_running": "7.50",
    "finance.three_public.actual.reception": "1.27",
    "finance.three_public.control_rate.vehicles": "100",
    "finance.office.budget": "151.63",
    "finance.office.actual": "151.63",
    "finance.office.control_rate": "100",
    "finance.project.initial_budget": "35.80",
    "finance.project.adjusted_budget": "35.80",
    "finance.project.execution_rate": "100",
    "finance.project.road_transport_service": "20.00",
    "finance.project.road_transport_service.initial_budget": "20.00",
    "finance.project.road_transport_service.adjusted_budget": "20.00",
    "finance.project.road_transport_service.execution_rate": "100",
    "finance.project.fuel_subsidy_audit": "3.80",
    "finance.project.two_kinds_training": "12.00",
    "finance.project.fuel_subsidy_audit.adjusted_budget": "3.80",
    "finance.project.fuel_subsidy_audit.execution_rate": "100",
    "finance.project.two_kinds_training.adjusted_budget": "12.00",
    "finance.project.two_kinds_training.execution_rate": "100",
    "finance.project.total": "35.80",
    "finance.total.initial_budget": "1273.84",
    "finance.total.adjusted_budget": "1594.54",
    "finance.total.executed": "1594.54",
    "finance.total.execution_rate": "100",
    "finance.general.initial_budget": "1273.84",
    "finance.general.adjusted_budget": "1594.54",
    "finance.general.executed": "1594.54",
    "finance.carry_over.amount": "0",
    "finance.carry_over.rate": "0",
    "finance.payment.progress": "100",
    "finance.government_fund": "0",
    "finance.government_fund.initial_budget": "0",
    "finance.government_fund.adjusted_budget": "0",
    "finance.state_capital": "0",
    "finance.social_insurance": "0",
}


def told(as_of: date | None = None) -> dict[str, Figure]:
    return figures(question_of(Period.year(2023), as_of=as_of), STATED)


def test_every_stated_sum_is_computed_from_the_rows() -> None:
    hengyang()
    assert {name: found.value for name, found in told().items()} == {k: Decimal(v) for k, v in STATED.items()}
    assert {found.origin for found in told().values()} == {Origin.COMPUTED}


def test_without_any_row_there_is_no_figure() -> None:
    assert {found.value for found in told().values()} == {None}


def test_the_execution_is_budget_and_additions_and_the_sum_of_its_classes() -> None:
    hengyang()
    value = {name.removeprefix("finance.basic."): found.value or Decimal(0) for name, found in told().items()}
    assert value["executed"] == value["initial_budget"] + value["additions"]
    assert value["executed"] == value["wages"] + value["goods"] + value["individuals"] + value["capital"]


def test_a_payment_counts_from_its_day() -> None:
    hengyang()
    pay("10000", "30201", paid_on=date(2023, 12, 20))
    assert told(date(2023, 12, 19))["finance.basic.goods"].value == Decimal("149.95")
    assert told(date(2023, 12, 20))["finance.basic.goods"].value == Decimal("150.95")


def test_other_funds_do_not_enter_the_general_budget_but_the_total() -> None:
    hengyang()
    pay("10000", "30201", fund="government_fund")
    found = told()
    assert found["finance.basic.goods"].value == Decimal("149.95")
    assert found["finance.government_fund"].value == 1
    assert found["finance.total.executed"].value == Decimal("1595.54")


def test_the_figures_and_the_ledger_mean_the_same_three_public_expenses() -> None:
    assert three_public.ABROAD == terms.ABROAD
    assert three_public.PURCHASE == terms.VEHICLE_PURCHASE
    assert three_public.RUNNING == terms.VEHICLE_RUNNING
    assert three_public.RECEPTION == terms.RECEPTION
