"""经营业户名录 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.operator import COUNTIES, URBAN
from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR, aim


def test_as_many_urban_operators_must_file_as_published(centre: Centre) -> None:
    obliged = [row for row in centre.rows("operator") if row["filing_required"] and row["area"] in URBAN]
    assert len(obliged) == aim("safety.emergency_plan.required")
    assert {row["state"] for row in obliged} == {"operating"}


def test_the_schools_are_as_many_as_the_section_declares(centre: Centre) -> None:
    rows = [row for row in centre.rows("operator") if row["sector"] == "driver_training"]
    schools = [row for row in rows if row["state"] == "operating" and row["opened_on"].year < YEAR]
    assert len(rows) > len(schools)
    assert len(schools) == aim("training.schools")
    assert sum(row["area"] in COUNTIES for row in schools) == aim("training.schools.county")


def test_the_repair_shops_are_as_many_as_the_section_declares(centre: Centre) -> None:
    shops = [row for row in centre.rows("operator") if row["sector"] == "maintenance"]
    assert len(shops) == aim("maintenance.shops_filed")


def test_every_county_and_every_state_occurs(centre: Centre) -> None:
    rows = centre.rows("operator")
    assert {row["area"] for row in rows} == {*URBAN, *COUNTIES}
    assert {row["state"] for row in rows} == {"operating", "suspended", "cancelled"}
