"""补贴测算办法 of the demonstration."""

from yunguan.demo.centre import Centre


def test_an_older_version_ends_before_the_newer_begins(centre: Centre) -> None:
    taxis = [row for row in centre.rows("subsidy_formula") if row["kind"] == "taxi_fuel_tax"]
    assert [row["effective_to"] is None for row in taxis] == [False, True]
    assert taxis[0]["effective_to"] < taxis[1]["effective_from"]
