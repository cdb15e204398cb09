"""Formulas: versions that do not overlap and do not change once money was divided by them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW
from tests.registers.complaints import complains_about
from tests.registers.subsidies.pools import calculated, claimed_pool, formula, people
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change
from yunguan.registers.subsidies.subsidy_formula import SECTORS, SubsidyKind, weighing
from yunguan.registers.subsidies.subsidy_vehicle import POOLS

FROM = {"effective_from": date(2022, 1, 1)}


def test_percentages_and_limits_must_make_sense() -> None:
    assert complains_about("subsidy_formula", lowered_percent=101, **FROM) == ["lowered_percent"]
    assert complains_about("subsidy_formula", least_km=30_000, most_km=20_000, **FROM) == ["most_km"]
    assert complains_about("subsidy_formula", effective_to=date(2021, 1, 1), **FROM) == ["effective_to"]


def test_every_kind_has_a_trade_and_a_pool() -> None:
    assert set(SECTORS) == set(POOLS) == set(SubsidyKind)


@pytest.mark.django_db
def test_two_versions_of_one_kind_do_not_overlap() -> None:
    formula("出租-2022", effective_to=date(2022, 12, 31))
    formula("出租-2023", effective_from=date(2023, 1, 1))
    formula("公交-2022", kind="bus_electric")
    with pytest.raises(Refused, match="有效期重叠"):
        formula("出租-2024", effective_from=date(2024, 1, 1))


@pytest.mark.django_db
def test_a_formula_that_was_used_is_not_changed() -> None:
    clerk, head = people()
    pool = calculated(claimed_pool(), clerk, head)
    with pytest.raises(Refused, match="请登记新的版本"):
        change(record=pool.formula, values={"least_months": 3}, user=head, now=NOW)


@pytest.mark.django_db
def test_the_method_comes_with_the_coefficients_of_its_version() -> None:
    method = weighing(formula(bands=((0, 10, 500), (10, None, 1000)), measured_by="seats", least_months=3))
    assert [(each.first, each.beyond, each.coefficient) for each in method.bands] == [(0, 10, 500), (10, None, 1000)]
    assert method.least_months == 3
