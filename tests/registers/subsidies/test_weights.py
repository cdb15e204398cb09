"""Weights of vehicles: methods, bands, limits."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.registers.subsidies.weights import Band, Weighing

SEATS = (Band("any", 0, 10, 500), Band("any", 10, 20, 1000), Band("any", 20, None, 1300))
LENGTH = (Band("electric", 6000, 8000, 4000), Band("electric", 8000, None, 6000), Band("plug_in", 6000, None, 2000))


def claim(**values: Any) -> Any:
    known = {
        "seats": 19,
        "length_mm": 8500,
        "months": 12,
        "mileage_km": 40_000,
        "energy": "electric",
        "standing": "good",
    }
    return SimpleNamespace(**(known | values))


BY_MONTHS = Weighing("months", "seats", SEATS, lowered_percent=50)
BY_MILEAGE = Weighing("mileage", "length", LENGTH, least_km=30_000, most_km=60_000)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, 1000 * 100 * 12),
        ({"seats": 9}, 500 * 100 * 12),
        ({"seats": 20}, 1300 * 100 * 12),
        ({"months": 0}, 0),
        ({"standing": "lowered"}, 1000 * 50 * 12),
        ({"standing": "barred"}, 0),
    ],
)
def test_months_count_by_the_coefficient_of_the_seats(values: dict[str, Any], expected: int) -> None:
    assert BY_MONTHS.weight(claim(**values)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"mileage_km": 29_999}, 0),
        ({"mileage_km": 30_000}, 6000 * 100 * 30_000),
        ({"mileage_km": 70_000}, 6000 * 100 * 60_000),
        ({"length_mm": 7999}, 4000 * 100 * 40_000),
        ({"energy": "plug_in"}, 2000 * 100 * 40_000),
    ],
)
def test_mileage_counts_from_the_least_to_the_most(values: dict[str, Any], expected: int) -> None:
    assert BY_MILEAGE.weight(claim(**values)) == expected


def test_a_vehicle_may_count_as_one_whatever_it_ran() -> None:
    assert Weighing("each", "none", (Band("any", 0, None, 1000),)).weight(claim(months=None)) == 100_000


@pytest.mark.parametrize(
    ("method", "values", "words"),
    [
        (BY_MONTHS, {"seats": None}, "核定载客没有填写"),
        (BY_MONTHS, {"months": None}, "营运月数没有填写"),
        (BY_MILEAGE, {"mileage_km": None}, "营运里程没有填写"),
        (BY_MILEAGE, {"length_mm": 5900}, "没有适用的折算系数"),
        (BY_MILEAGE, {"energy": "fuel"}, "没有适用的折算系数"),
    ],
)
def test_what_is_not_known_is_named_and_not_guessed(method: Weighing, values: dict[str, Any], words: str) -> None:
    assert words in "、".join(method.lacks(claim(**values)))
    with pytest.raises(ValueError, match=words):
        method.weight(claim(**values))


@given(st.integers(0, 11), st.integers(0, 60))
def test_a_month_more_never_counts_less(months: int, seats: int) -> None:
    less = BY_MONTHS.weight(claim(months=months, seats=seats))
    assert less <= BY_MONTHS.weight(claim(months=months + 1, seats=seats))


@given(st.integers(0, 200_000))
def test_a_kilometre_more_never_counts_less(km: int) -> None:
    assert BY_MILEAGE.weight(claim(mileage_km=km)) <= BY_MILEAGE.weight(claim(mileage_km=km + 1))
