"""补贴测算台账 of the demonstration."""

from yunguan.demo.centre import Centre


def test_one_run_of_each_pool_holds_and_comes_to_the_pool(centre: Centre) -> None:
    rows = centre.rows("subsidy_calculation")
    holding = [row["plan"] for row in rows if row["state"] == "current"]
    assert len(set(holding)) == len(holding)
    assert all(row["allocated"] == row["pool"] for row in rows)
    assert any(row["state"] == "superseded" for row in rows)
