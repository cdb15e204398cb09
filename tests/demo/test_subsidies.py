"""The pools of the demonstration: days in order, notices as long as the rule, divided to the fen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from yunguan.demo.centre import Centre
from yunguan.demo.days import calendar
from yunguan.demo.subsidies import DIVIDED, FORMULAS, POOLS, Pool, formula_of, runs


@pytest.mark.parametrize("pool", POOLS, ids=lambda pool: pool.number)
def test_the_days_of_a_pool_follow_each_other(pool: Pool) -> None:
    assert all(first[1] < second[1] for first, second in pairwise(pool.days))
    assert all(calendar().is_working(day) for _, day in pool.days)


@pytest.mark.parametrize("pool", DIVIDED, ids=lambda pool: pool.number)
def test_a_notice_is_as_long_as_the_rule(pool: Pool) -> None:
    begun, ended = pool.on("notice_from"), pool.on("notice_to")
    assert begun is not None
    assert calendar().due(begun, 7) == ended


@pytest.mark.parametrize("pool", DIVIDED, ids=lambda pool: pool.number)
def test_every_run_comes_to_the_pool(centre: Centre, pool: Pool) -> None:
    for run in runs(centre, pool):
        assert sum(amount for _, _, amount in run.parts) == int(pool.amount * 100)


def test_a_pool_that_was_objected_to_has_two_runs_that_differ(centre: Centre) -> None:
    twice = [runs(centre, pool) for pool in DIVIDED if pool.on("reopened_on")]
    assert twice
    assert all(first.parts != second.parts for first, second in twice)


def test_a_pool_is_divided_by_a_formula_of_its_kind_and_year() -> None:
    for pool in DIVIDED:
        formula = formula_of(pool)
        assert formula.kind == pool.kind
        assert formula.begins.year <= pool.year
    assert any(formula.ends for formula in FORMULAS)
