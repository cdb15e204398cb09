"""春运日报 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.books.operator import COUNTIES
from yunguan.demo.books.spring_daily import DISTRICTS, STATIONS
from yunguan.demo.centre import Centre


def test_every_unit_told_every_day_of_both_rushes(centre: Centre) -> None:
    told = Counter((row["season"], row["report_on"]) for row in centre.rows("spring_daily"))
    assert set(told.values()) == {len(DISTRICTS) + len(COUNTIES) + STATIONS}
    assert len(told) == 80


def test_a_few_reports_came_late(centre: Centre) -> None:
    rows = centre.rows("spring_daily")
    late = sum(row["reported_at"] > "16:00" for row in rows)
    assert 0 < late < len(rows) / 10


def test_no_more_people_were_carried_than_there_were_seats(centre: Centre) -> None:
    assert all(row["passengers"] <= row["seats"] for row in centre.rows("spring_daily"))
