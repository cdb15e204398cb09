"""排放超标车辆闭环台账 of the demonstration."""

from __future__ import annotations

from datetime import timedelta

from yunguan.demo.books.emission_case import CASES, LOOP
from yunguan.demo.centre import Centre
from yunguan.demo.targets import LAST_DAY, YEAR


def test_most_loops_are_closed_some_late_some_overdue(centre: Centre) -> None:
    cases = [row for row in centre.rows("emission_case") if row["tested_on"].year == YEAR]
    assert len(cases) == CASES
    closed = [row for row in cases if row["closed_on"]]
    late = [row for row in closed if row["closed_on"] - row["tested_on"] > timedelta(days=LOOP + 7)]
    open_ = [row for row in cases if row["state"] in {"failed", "in_repair", "repaired"}]
    overdue = [row for row in open_ if row["tested_on"] + timedelta(days=LOOP + 7) < LAST_DAY]
    assert len(closed) > CASES * 0.85
    assert late
    assert 0 < len(overdue) < len(open_)
