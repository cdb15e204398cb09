"""预算支付明细 of the demonstration."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest

from yunguan.demo.books.payment import NOTHING
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import LAST_DAY, YEAR, targets

BASIC = {
    "finance.basic.executed": "3",
    "finance.basic.wages": "301",
    "finance.basic.goods": "302",
    "finance.basic.individuals": "303",
    "finance.basic.capital": "310",
    "finance.three_public.actual.vehicles": "30231",
    "finance.three_public.actual.reception": "30217",
}
PROJECTS = {
    "finance.project.road_transport_service": "DLYSFW",
    "finance.project.fuel_subsidy_audit": "YBSJ",
    "finance.project.two_kinds_training": "LLRYPX",
}


def of_the_year(rows: list[Row]) -> list[Row]:
    """Without those of the year before."""
    return [row for row in rows if row.get("paid_on", LAST_DAY).year == YEAR and row.get("year", YEAR) == YEAR]


def paid(rows: list[Row], **wanted: str) -> Decimal:
    """What rows come to, in 万元; a class is a beginning of the code."""
    found = [row for row in rows if all((row[name] or "").startswith(start) for name, start in wanted.items())]
    return sum((row["amount"] for row in found), Decimal(0)) / 10_000


@pytest.mark.parametrize("figure", BASIC)
def test_basic_expenditure_is_as_published(centre: Centre, figure: str) -> None:
    rows = of_the_year(centre.rows("payment"))
    assert paid(rows, kind="basic", economic_class=BASIC[figure]) == targets()[figure].value


@pytest.mark.parametrize("figure", PROJECTS)
def test_projects_are_as_published(centre: Centre, figure: str) -> None:
    assert paid(of_the_year(centre.rows("payment")), project=PROJECTS[figure]) == targets()[figure].value


def test_the_whole_is_as_published(centre: Centre) -> None:
    assert paid(of_the_year(centre.rows("payment"))) == targets()["finance.total.executed"].value


def test_every_month_has_payments_and_nothing_is_zero_unsaid(centre: Centre) -> None:
    rows = of_the_year(centre.rows("payment"))
    assert {row["paid_on"].month for row in rows} == set(range(1, 13))
    zeros = [row for row in rows if not row["amount"]]
    assert sum(row["summary"] == NOTHING for row in zeros) == 3
    assert [row["economic_class"] for row in zeros if row["summary"] != NOTHING] == ["30212", "31013"]


def test_no_line_is_overspent_and_none_is_left(centre: Centre) -> None:
    free: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for register, sign in (("appropriation", 1), ("budget_adjustment", 1), ("payment", -1)):
        for row in of_the_year(centre.rows(register)):
            line = (row["kind"], row["project"] or "", (row["economic_class"] or "")[:3])
            free[line] += sign * row["amount"]
    assert set(free.values()) == {Decimal(0)}


def test_there_is_a_refund(centre: Centre) -> None:
    assert [row["amount"] < 0 for row in of_the_year(centre.rows("payment"))].count(True) == 1
