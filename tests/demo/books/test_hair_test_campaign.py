"""毛发毒检批次 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.hair_test_campaign import AUTUMN
from yunguan.demo.centre import Centre


def test_one_campaign_has_ended_and_one_is_planned(centre: Centre) -> None:
    states = {row["campaign_no"]: row["state"] for row in centre.rows("hair_test_campaign")}
    assert states[AUTUMN] == "closed"
    assert set(states.values()) == {"closed", "planned"}
