"""Money divided by weights: what holds for every pool and all weights."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.allocation import NothingToShare, allocate

POOLS = st.integers(min_value=0, max_value=10**13)
WEIGHTS = st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=60).filter(any)


@given(POOLS, WEIGHTS)
def test_the_parts_add_up_to_the_pool_to_the_fen(pool: int, weights: list[int]) -> None:
    assert sum(allocate(pool, weights)) == pool


@given(POOLS, WEIGHTS)
def test_no_part_is_negative_and_no_weight_gets_nothing(pool: int, weights: list[int]) -> None:
    parts = allocate(pool, weights)
    assert min(parts) >= 0
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)


@given(POOLS, WEIGHTS)
def test_a_larger_weight_never_gets_less(pool: int, weights: list[int]) -> None:
    by_weight = sorted(zip(weights, allocate(pool, weights), strict=True))
    assert all(less[1] <= more[1] for less, more in pairwise(by_weight) if less[0] < more[0])


@given(POOLS, WEIGHTS)
def test_a_part_is_less_than_a_fen_away_from_its_proportion(pool: int, weights: list[int]) -> None:
    total = sum(weights)
    for part, weight in zip(allocate(pool, weights), weights, strict=True):
        assert abs(part * total - pool * weight) < total


@given(POOLS, WEIGHTS, st.integers(min_value=2, max_value=1000))
def test_the_unit_of_the_weights_does_not_matter(pool: int, weights: list[int], times: int) -> None:
    assert allocate(pool, [weight * times for weight in weights]) == allocate(pool, weights)


def test_of_equal_remainders_the_first_gets_the_fen() -> None:
    assert allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert allocate(101, [1, 1, 1]) == [34, 34, 33]


def test_money_without_anybody_to_take_it_is_refused() -> None:
    with pytest.raises(NothingToShare, match="没有一个对象有权重"):
        allocate(1, [0, 0])
    assert allocate(0, [0, 0]) == [0, 0]


@pytest.mark.parametrize(("pool", "weights"), [(-1, [1]), (1, [2, -1])])
def test_negative_numbers_are_refused(pool: int, weights: list[int]) -> None:
    with pytest.raises(ValueError, match="负数"):
        allocate(pool, weights)
