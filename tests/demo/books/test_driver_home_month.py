"""司机之家月度运营台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_every_home_that_ran_tells_of_its_months(centre: Centre) -> None:
    ran = {row["home_no"] for row in centre.rows("driver_home") if row.get("running_from")}
    assert {row["home"] for row in centre.rows("driver_home_month")} == ran
