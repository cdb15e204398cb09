"""Operators: what must be put right."""

from __future__ import annotations

from datetime import date

import pytest

from tests.registers.complaints import complains_about

OPENED = {"opened_on": date(2015, 1, 1)}


@pytest.mark.parametrize("sector", ["passenger", "dangerous"])
def test_a_carrier_of_people_or_dangerous_goods_may_be_a_key_carrier(sector: str) -> None:
    assert complains_about("operator", sector=sector, key_carrier=True, **OPENED) == []


def test_a_repair_shop_is_no_key_carrier() -> None:
    assert complains_about("operator", sector="maintenance", key_carrier=True, **OPENED) == ["key_carrier"]


def test_a_licence_does_not_end_before_the_operator_opened() -> None:
    row = {"sector": "freight", "licence_valid_to": date(2014, 12, 31)}
    assert complains_about("operator", **row, **OPENED) == ["licence_valid_to"]
