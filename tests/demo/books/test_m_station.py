"""M站台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_every_station_is_a_filed_shop_of_the_first_or_second_class(centre: Centre) -> None:
    shops = centre.rows("repair_shop")
    fit = {row["operator"] for row in shops if row["state"] == "filed" and row["shop_class"] in {"041", "042"}}
    assert {row["operator"] for row in centre.rows("m_station")} <= fit


def test_stations_that_run_are_connected(centre: Centre) -> None:
    running = [row for row in centre.rows("m_station") if row["state"] == "running"]
    assert running
    assert all(row["record_system_on"] and row["emission_system_on"] for row in running)
