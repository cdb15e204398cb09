"""年初预算 of the demonstration."""

from __future__ import annotations

from decimal import Decimal

from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR, targets


def of_the_year(centre: Centre) -> list[Row]:
    return [row for row in centre.rows("appropriation") if row["year"] == YEAR]


def test_the_basic_budget_is_as_published(centre: Centre) -> None:
    granted = sum(row["amount"] for row in of_the_year(centre) if row["kind"] == "basic")
    assert granted == targets()["finance.basic.initial_budget"].value * 10_000


def test_the_three_public_budgets_are_as_published(centre: Centre) -> None:
    lines = {row["economic_class"]: row["amount"] for row in of_the_year(centre) if row["kind"] == "basic"}
    assert lines["30231"] == targets()["finance.three_public.budget.vehicle_running"].value * 10_000
    assert lines["30217"] == targets()["finance.three_public.budget.reception"].value * 10_000
    assert lines["30212"] == lines["31013"] == Decimal(0)


def test_the_other_funds_are_said_to_be_nothing(centre: Centre) -> None:
    others = {row["fund"]: row["amount"] for row in centre.rows("appropriation") if row["fund"] != "general"}
    assert others == dict.fromkeys(("government_fund", "state_capital", "social_insurance"), Decimal(0))
