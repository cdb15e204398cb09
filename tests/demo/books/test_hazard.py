"""安全隐患台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.hazard import STEPS
from yunguan.demo.centre import Centre
from yunguan.demo.targets import LAST_DAY


def test_every_finding_has_its_hazard(centre: Centre) -> None:
    pairs = {(row["routine"], row["item"]) for row in centre.rows("hazard")}
    assert pairs == {(row["routine"], row["item"]) for row in centre.rows("routine_check_item")}


def test_hazards_stand_in_every_state_and_nothing_lies_after_the_year(centre: Centre) -> None:
    rows = centre.rows("hazard")
    states = {row["state"] for row in rows}
    assert states == {"draft", "submitted", "issued", "supervised", "answered", "closed", "rejected"}
    assert all(row[step] <= LAST_DAY for row in rows for step in ("answered_on", "closed_on") if row.get(step))


def test_the_steps_follow_each_other(centre: Centre) -> None:
    for row in centre.rows("hazard"):
        days = [row[step] for step in STEPS if row.get(step)]
        assert days == sorted(days)


def test_some_are_late_and_some_overdue(centre: Centre) -> None:
    answered = [row for row in centre.rows("hazard") if row.get("answered_on")]
    assert any(row["answered_on"] > row["rectify_by"] for row in answered)
    assert any(row["answered_on"] <= row["rectify_by"] for row in answered)
