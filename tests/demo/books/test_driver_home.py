"""司机之家台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR, aim


def test_as_many_homes_were_accepted_in_october_as_published(centre: Centre) -> None:
    days = [row["accepted_on"] for row in centre.rows("driver_home") if row.get("accepted_on")]
    accepted = [day for day in days if day.year == YEAR]
    assert len(accepted) == aim("freight.driver_homes_accepted")
    assert {day.month for day in accepted} == {10}
