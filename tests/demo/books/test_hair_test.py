"""毛发毒检台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.books.hair_test import POSITIVE
from yunguan.demo.books.hair_test_campaign import CUTOFF
from yunguan.demo.centre import Centre
from yunguan.demo.targets import targets
from yunguan.registers.urban_transit.hair_test_campaign import drivers_on

TRADES = ("bus", "taxi", "ride_hailing", "key_carriers")


def test_a_few_are_positive_and_were_referred(centre: Centre) -> None:
    positive = [row for row in centre.rows("hair_test") if row.get("result") == "positive"]
    assert {row["trade"] for row in positive} == set(POSITIVE)
    assert all(row["referred_on"] for row in positive)


@pytest.mark.django_db
def test_the_workbooks_are_taken_over_and_come_to_the_published_rates(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "hair_test")
    found = values(*(f"drugs.hair_test_rate.{trade}" for trade in TRADES))
    stated = [targets()[f"drugs.hair_test_rate.{trade}"].value for trade in TRADES]
    assert [round(float(value)) for value in found] == [int(value) for value in stated]


@pytest.mark.django_db
def test_the_list_is_what_the_house_would_draw_from_its_register(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "practitioner")
    drawn = drivers_on(SimpleNamespace(cutoff_on=CUTOFF, reach="urban"))
    listed = {(row["identity_number"], row["trade"]) for row in centre.rows("hair_test")}
    assert {(driver.identity_number, trade) for driver, trade in drawn} == listed
