"""Coefficients: bands that do not overlap."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import NOW
from tests.registers.subsidies.pools import calculated, claimed_pool, formula, made, people
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change
from yunguan.registers.subsidies.subsidy_coefficient import SubsidyCoefficient


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("band", "words"),
    [
        ({"first": 8, "beyond": 12}, "重叠"),
        ({"first": 30, "beyond": 30}, "止须大于起"),
        ({"first": 20, "coefficient": -1}, "不能是负数"),
        ({"energy": "electric", "first": 5, "beyond": 8}, "重叠"),
    ],
)
def test_a_band_that_cannot_be_is_refused(band: dict[str, Any], words: str) -> None:
    known = {"formula": formula(measured_by="seats", bands=((0, 10, 500), (10, 20, 1000))), "energy": "any"}
    with pytest.raises(Refused, match=words):
        made("subsidy_coefficient", **({"coefficient": 900} | known | band))


@pytest.mark.django_db
def test_bands_of_different_energies_stand_beside_each_other() -> None:
    version = formula(measured_by="length", bands=())
    for energy in ("electric", "plug_in"):
        made("subsidy_coefficient", formula=version, energy=energy, first=6000, beyond=8000, coefficient=4000)


@pytest.mark.django_db
def test_a_formula_without_bands_takes_one_line_from_zero() -> None:
    with pytest.raises(Refused, match="办法不分档"):
        formula(bands=((5, None, 1000),))


@pytest.mark.django_db
def test_a_coefficient_that_was_used_is_not_changed() -> None:
    clerk, head = people()
    calculated(claimed_pool(), clerk, head)
    record = SubsidyCoefficient._base_manager.get()
    with pytest.raises(Refused, match="请登记新的版本"):
        change(record=record, values={"coefficient": 900}, user=head, now=NOW)
