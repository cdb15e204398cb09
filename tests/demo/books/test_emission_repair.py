"""M站维修记录 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre


def test_a_case_has_as_many_stays_as_it_tells(centre: Centre) -> None:
    stays = Counter(row["case"] for row in centre.rows("emission_repair"))
    told = {row["case_no"]: row["rounds"] for row in centre.rows("emission_case") if row["rounds"]}
    assert stays == told
