"""从业资格申请台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR


def test_everybody_issued_in_the_year_had_applied(centre: Centre) -> None:
    issued = {
        (row["identity_number"], row["category"]) for row in centre.rows("qualification") if row["state"] == "issued"
    }
    people = [row for row in centre.rows("practitioner") if row["issued_on"].year == YEAR]
    assert {(row["identity_number"], row["category"]) for row in people} <= issued


def test_the_days_of_an_application_follow_each_other_and_one_is_open_a_person(centre: Centre) -> None:
    open_: Counter[str] = Counter()
    for row in centre.rows("qualification"):
        days = [row[name] for name in ("applied_on", "admitted_on", "qualified_on", "issued_on") if row.get(name)]
        assert days == sorted(days)
        open_[row["identity_number"]] += row["state"] in {"applied", "qualified"}
    assert max(open_.values()) == 1
    assert sum(open_.values()) > 10
