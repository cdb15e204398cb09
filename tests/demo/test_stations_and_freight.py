"""Stations and freight of the demonstration: workbooks are taken as they are, published figures reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.taken_in import take_in, told
from yunguan.demo.centre import Centre
from yunguan.demo.targets import targets

BOOKS = (
    "operator",
    "station",
    "station_year",
    "station_month",
    "satisfied_station",
    "driver_home",
    "driver_home_month",
    "green_freight_target",
    "green_freight_progress",
)
VOLUMES = [f"stations.{what}_vs_{year}" for what in ("passengers", "revenue") for year in (2019, 2015)]


@pytest.mark.django_db
def test_the_workbooks_are_taken_whole_and_the_published_figures_are_reached(centre: Centre, tmp_path: Path) -> None:
    said = take_in(centre, tmp_path, *BOOKS)
    assert {name: words for name, words in said.items() if words} == {}
    found = {name: round(value or 0) for name, value in told(VOLUMES).items()}
    assert found == {name: targets()[name].value for name in VOLUMES}
    accepted = targets()["freight.driver_homes_accepted"]
    assert told([accepted.id], accepted.as_of) == {accepted.id: accepted.value}
