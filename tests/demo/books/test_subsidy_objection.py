"""补贴公示异议台账 of the demonstration."""

from yunguan.demo.centre import Centre
from yunguan.demo.days import calendar


def test_objections_are_decided_in_time_one_way_or_the_other(centre: Centre) -> None:
    rows = centre.rows("subsidy_objection")
    assert {row["state"] for row in rows} == {"recalculated", "rejected"}
    assert all(row["decided_on"] <= calendar().due(row["received_on"], 5) for row in rows)
