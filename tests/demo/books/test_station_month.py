"""客运站月度经营情况台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_most_months_are_in_loss_and_some_stations_owe_wages(centre: Centre) -> None:
    rows = centre.rows("station_month")
    owing = {row["station"] for row in rows if row["wages_owed_months"]}
    assert sum(row["profit"] < 0 for row in rows) > len(rows) / 2
    assert 0 < len(owing) < len(centre.rows("station"))
    assert all(row["measures"] for row in rows if row["wages_owed_months"] > 1)
