"""The statutory views over the lines of Hengyang's 2023 budget, in small."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.budget.hengyang import hengyang
from tests.budget.ledger import YEAR_END, grant, pay, project
from yunguan.budget.terms import Fund
from yunguan.budget.views import basic_view, function_view, fund_lines, fund_view, project_view, three_public

pytestmark = pytest.mark.django_db
WAN = Decimal(10000)


def test_basic_expenditure_is_told_by_class_and_as_people_and_office() -> None:
    hengyang()
    view = basic_view(2023, YEAR_END)
    assert {item.code: item.amounts.executed for item in view.classes} == {
        "301": Decimal("1058.14") * WAN,
        "302": Decimal("149.95") * WAN,
        "303": Decimal("348.97") * WAN,
        "310": Decimal("1.68") * WAN,
    }
    assert (view.total.initial, view.total.increases) == (Decimal("1238.04") * WAN, Decimal("320.70") * WAN)
    assert view.total.budget == view.total.executed == Decimal("1558.74") * WAN
    assert view.total.rate == 1
    assert view.staff.executed == Decimal("1407.11") * WAN
    assert view.office.executed == Decimal("151.63") * WAN
    assert view.other.executed is None


def test_a_class_lists_its_items() -> None:
    hengyang()
    goods = next(item for item in basic_view(2023, YEAR_END).classes if item.code == "302")
    reception = next(item for item in goods.items if item.code == "30217")
    assert (reception.name, reception.amounts.executed) == ("公务接待费", Decimal(12700))
    assert sum((item.amounts.executed or 0 for item in goods.items), Decimal(0)) == goods.amounts.executed


def test_projects_are_told_one_by_one() -> None:
    hengyang()
    view = project_view(2023, YEAR_END)
    assert {item.name: item.amounts.executed for item in view.projects} == {
        "道路运输服务成本经费": Decimal(200000),
        "油补资金发放第三方审计": Decimal(38000),
        "两类人员安全培训": Decimal(120000),
    }
    assert view.total.executed == Decimal("35.80") * WAN


def test_three_public_is_budget_against_actual_item_by_item() -> None:
    hengyang()
    view = {item.id: (item.budget, item.actual) for item in three_public(2023, YEAR_END)}
    assert view == {
        "total": (Decimal(90000), Decimal(87700)),
        "abroad": (Decimal(0), Decimal(0)),
        "vehicles": (Decimal(75000), Decimal(75000)),
        "vehicle_purchase": (Decimal(0), None),
        "vehicle_running": (Decimal(75000), Decimal(75000)),
        "reception": (Decimal(15000), Decimal(12700)),
    }


def test_a_budget_of_nothing_has_no_rate() -> None:
    hengyang()
    rates = {item.id: item.rate for item in three_public(2023, YEAR_END)}
    assert rates["abroad"] is None
    assert rates["vehicle_running"] == 1


def test_the_funds_tell_zero_from_nothing_entered() -> None:
    grant("0", None, fund="government_fund", kind="project")
    pay("0", None, fund="government_fund", kind="project", payee=None)
    funds = {item.fund: item.total for item in fund_view(2023, YEAR_END)}
    assert (funds[Fund.GOVERNMENT_FUND].budget, funds[Fund.GOVERNMENT_FUND].executed) == (Decimal(0), Decimal(0))
    assert (funds[Fund.STATE_CAPITAL].budget, funds[Fund.STATE_CAPITAL].executed) == (None, None)


def test_the_lines_of_a_fund_leave_out_nothing_and_are_unknown_without_an_entry() -> None:
    grant("0", None, fund="state_capital", kind="project")
    grant("600", fund="government_fund", kind="project", project=project())
    (line,) = fund_lines(Fund.GOVERNMENT_FUND, 2023, YEAR_END) or ()
    assert (line.amounts.initial, line.amounts.executed) == (Decimal(600), None)
    assert fund_lines(Fund.STATE_CAPITAL, 2023, YEAR_END) == ()
    assert fund_lines(Fund.SOCIAL_INSURANCE, 2023, YEAR_END) is None


def test_the_general_budget_is_basic_and_project_together() -> None:
    hengyang()
    general = fund_view(2023, YEAR_END)[0]
    assert general.fund is Fund.GENERAL
    assert general.total.executed == Decimal("1594.54") * WAN


def test_functions_split_the_same_money_by_kind() -> None:
    grant("300", "30101", functional_class="2140112")
    grant("200", "30302", functional_class="2080502")
    pay("20", "30216", kind="project", project=project(), functional_class="2140112")
    view = {item.code: item for item in function_view(2023, YEAR_END)}
    assert view["2080502"].name == "事业单位离退休"
    assert (view["2140112"].basic.initial, view["2140112"].project.executed) == (Decimal(300), Decimal(20))
    assert view["2080502"].project.executed is None
