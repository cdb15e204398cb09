"""What the public base-data table of 2018 states (a filled form of a Hunan body), as facts of a form."""

from decimal import Decimal

from tests.report.forms.given import facts
from yunguan.report.form_facts import FormFacts, Money, MoneyRow, Subject

_FIGURES = {
    "unit.posts_authorized": "143",
    "unit.staff_in_post": "136",
    "unit.staff_control_rate": str(Decimal(136) / Decimal(143) * 100),
    "finance.three_public.last_year.actual": "29.08",
    "finance.three_public.budget": "63.46",
    "finance.three_public.actual": "44.29",
    "finance.three_public.last_year.actual.vehicles": "11.86",
    "finance.three_public.budget.vehicles": "41.46",
    "finance.three_public.actual.vehicles": "39.30",
    "finance.three_public.last_year.actual.vehicle_purchase": "0",
    "finance.three_public.budget.vehicle_purchase": "29.46",
    "finance.three_public.actual.vehicle_purchase": "29.46",
    "finance.three_public.last_year.actual.vehicle_running": "11.86",
    "finance.three_public.budget.vehicle_running": "12",
    "finance.three_public.actual.vehicle_running": "9.84",
    "finance.three_public.last_year.actual.abroad": "0",
    "finance.three_public.budget.abroad": "0",
    "finance.three_public.actual.abroad": "0",
    "finance.three_public.last_year.actual.reception": "17.22",
    "finance.three_public.budget.reception": "22",
    "finance.three_public.actual.reception": "4.99",
    "finance.project.last_year": None,
    "finance.project.initial_budget": None,
    "finance.project.total": None,
    "finance.three_public.control_rate": str(Decimal("44.29") / Decimal("63.46") * 100),
    "finance.office.control_rate": None,
    "finance.office.last_year": None,
    "finance.office.budget": None,
    "finance.office.actual": None,
    "finance.office.office.last_year": "14.44",
    "finance.office.office.budget": "10",
    "finance.office.office.actual": "0.68",
    "finance.office.utilities.last_year": "17.92",
    "finance.office.utilities.budget": "7.50",
    "finance.office.utilities.actual": "25.36",
    "finance.office.meetings.last_year": "0",
    "finance.office.meetings.budget": "0.8",
    "finance.office.meetings.actual": "0",
    "finance.procurement.last_year": "16.14",
    "finance.procurement.budget": "30.66",
    "finance.procurement.actual": "30.66",
    "finance.total.initial_budget": "1922.76",
    "finance.total.adjusted_budget": "2690.62",
}


def _money(initial: str, executed: str) -> MoneyRow:
    return MoneyRow(initial=Decimal(initial), executed=Decimal(executed))


def table_of_2018(**changes: str | None) -> FormFacts:
    """The table's inputs; the form printed blanks and dashes for what had not occurred, which are entered as 0."""
    projects = (
        Subject("YW", "业务工作专项", money=Money(_money("320", "689.16"), last_year=Decimal("938.8"))),
        Subject("YX", "运行维护专项"),
    )
    values = _FIGURES | {code.replace("__", "."): value for code, value in changes.items()}
    return facts(values, year=2018, projects=projects, buildings=())
