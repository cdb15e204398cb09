"""事故整改措施台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.accident_measure import MEASURES
from yunguan.demo.centre import Centre


def test_every_answered_investigation_has_its_measures_and_a_closed_one_has_them_verified(centre: Centre) -> None:
    answered = {row["accident_no"]: row for row in centre.rows("accident") if row.get("replied_on")}
    rows = centre.rows("accident_measure")
    assert len(rows) == len(MEASURES) * len(answered)
    closed = [row for row in rows if answered[row["accident"]]["state"] == "closed"]
    assert closed
    assert all(row["verified_on"] <= answered[row["accident"]]["closed_on"] for row in closed)


def test_something_is_still_to_be_done(centre: Centre) -> None:
    assert {row["state"] for row in centre.rows("accident_measure")} == {"open", "done", "verified"}
