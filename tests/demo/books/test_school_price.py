"""驾培收费与合同台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre


def test_one_price_a_class_is_in_force(centre: Centre) -> None:
    rows = centre.rows("school_price")
    holding = Counter((row["operator"], row["licence_class"]) for row in rows if row["state"] == "in_force")
    assert set(holding.values()) == {1}
    assert all(row["model_contract"] or row["refund_terms"] for row in rows)


def test_some_schools_raised_their_price(centre: Centre) -> None:
    ended = [row for row in centre.rows("school_price") if row["state"] == "ended"]
    assert ended
    assert all(row["effective_from"] < row["effective_to"] for row in ended)
