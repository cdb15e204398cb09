"""质量信誉考核台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre

STEPS = ("opened_on", "begun_on", "self_on", "county_on", "centre_on", "noticed_on", "published_on", "acknowledged_on")


def test_the_published_grade_is_the_one_in_the_directory(centre: Centre) -> None:
    known = {row["uscc"]: row["credit_grade"] for row in centre.rows("operator")}
    rated = [row for row in centre.rows("credit_rating") if row.get("published_on")]
    assert all(known[row["operator"]] == row["grade"] for row in rated)


def test_some_are_still_open_and_some_were_not_assessed(centre: Centre) -> None:
    states = Counter(row["state"] for row in centre.rows("credit_rating"))
    assert states["self_scored"] == 2
    assert states["county_reviewed"] == 3
    assert states["exempt"] == 4


def test_the_days_of_a_rating_follow_each_other(centre: Centre) -> None:
    for row in centre.rows("credit_rating"):
        days = [row[step] for step in STEPS if row.get(step)]
        assert days == sorted(days)
