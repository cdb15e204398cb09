"""客运站年度数据台账 of the demonstration."""

from __future__ import annotations

from decimal import Decimal

import pytest

from yunguan.demo.books.station_year import BASE
from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR, targets


@pytest.mark.parametrize("base", [2019, 2015])
@pytest.mark.parametrize("what", ["passengers", "revenue"])
def test_graded_stations_lost_as_much_as_published(centre: Centre, what: str, base: int) -> None:
    rows = [row for row in centre.rows("station_year") if row["grade"] != "9"]
    now, then = (Decimal(sum(row[what] for row in rows if row["year"] == year)) for year in (YEAR - 1, base))
    assert round((now - then) / then * 100) == targets()[f"stations.{what}_vs_{base}"].value


def test_every_station_has_every_year(centre: Centre) -> None:
    years = range(BASE, YEAR + 1)
    assert len(centre.rows("station_year")) == len(centre.rows("station")) * len(years)
