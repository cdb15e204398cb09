"""五全一常态排查清单 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.books.check_template import ADJUSTED, SECTORS, template_on
from yunguan.demo.centre import Centre


def test_every_trade_has_one_list_in_force_that_follows_the_last(centre: Centre) -> None:
    rows = centre.rows("check_template")
    assert Counter(row["sector"] for row in rows if row["state"] == "in_force") == dict.fromkeys(SECTORS, 1)
    ended = {row["sector"]: row["effective_to"] for row in rows if row["state"] == "retired"}
    assert all((ADJUSTED - day).days == 1 for day in ended.values())
    assert len(ended) == len(SECTORS)


def test_the_list_of_a_day_is_the_one_that_held_then(centre: Centre) -> None:
    rows = {row["template_no"]: row for row in centre.rows("check_template")}
    assert rows[template_on("bus", ADJUSTED)]["state"] == "in_force"
    assert rows[template_on("bus", ADJUSTED.replace(month=2))]["state"] == "retired"
