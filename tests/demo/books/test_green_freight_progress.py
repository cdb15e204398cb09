"""绿色货运配送年度进展台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_every_indicator_is_told_of_and_not_all_were_checked(centre: Centre) -> None:
    rows = centre.rows("green_freight_progress")
    assert [row["target"] for row in rows] == [row["target_no"] for row in centre.rows("green_freight_target")]
    assert {row["state"] for row in rows} == {"checked", "reported", "returned"}
