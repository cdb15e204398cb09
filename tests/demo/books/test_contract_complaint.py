"""驾培合同投诉台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre
from yunguan.demo.targets import LAST_DAY


def test_refunds_stand_behind_most_complaints(centre: Centre) -> None:
    causes = Counter(row["cause"] for row in centre.rows("contract_complaint"))
    assert causes.most_common(1)[0][0] == "refund"
    assert set(causes) == {"refund", "contract", "price", "schedule", "quality", "coach", "recruiting"}


def test_nobody_gets_back_more_than_was_paid(centre: Centre) -> None:
    for row in centre.rows("contract_complaint"):
        assert (row.get("refund_agreed") or 0) <= row["paid"]


def test_the_days_of_a_complaint_follow_each_other(centre: Centre) -> None:
    steps = ("received_on", "accepted_on", "mediated_on", "settled_on", "closed_on")
    for row in centre.rows("contract_complaint"):
        days = [row[step] for step in steps if row.get(step)]
        assert days == sorted(days)
        assert days[-1] <= LAST_DAY


def test_some_are_open_at_the_years_end(centre: Centre) -> None:
    states = Counter(row["state"] for row in centre.rows("contract_complaint"))
    assert min(states["received"], states["mediating"], states["settled"]) > 0
