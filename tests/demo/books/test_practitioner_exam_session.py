"""从业资格考试场次 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre


def test_no_sitting_has_more_people_than_seats(centre: Centre) -> None:
    taken = Counter(row["session"] for row in centre.rows("practitioner_exam_entry"))
    assert all(taken[row["session_no"]] <= row["capacity"] for row in centre.rows("practitioner_exam_session"))


def test_certificates_are_told_of_before_every_sitting_of_the_year(centre: Centre) -> None:
    rows = [row for row in centre.rows("practitioner_exam_session") if row["exam_on"].year == 2023]
    assert all(row["told_of_certificates"] for row in rows)
    assert {row["state"] for row in centre.rows("practitioner_exam_session")} >= {"published", "cancelled", "open"}
