"""两类人员考核场次 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre
from yunguan.demo.targets import YEAR, aim


def test_as_many_were_held_in_the_year_as_published(centre: Centre) -> None:
    rows = centre.rows("managers_exam_session")
    held = [row for row in rows if row["exam_on"].year == YEAR and row["state"] in {"held", "published"}]
    assert len(held) == aim("safety.managers_exam.sessions")


def test_no_sitting_has_more_entries_than_seats(centre: Centre) -> None:
    taken = Counter(
        row["session"]
        for row in centre.rows("managers_exam_entry")
        if row["state"] not in {"withdrawn", "waiting", "applied"}
    )
    seats = {row["session_no"]: row["capacity"] for row in centre.rows("managers_exam_session")}
    assert all(count <= seats[session] for session, count in taken.items())
