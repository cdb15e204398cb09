"""两类人员考核报名台账 of the demonstration."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

from yunguan.demo.books.managers_exam_entry import PASS_MARK
from yunguan.demo.centre import Centre, Row
from yunguan.demo.sittings import sittings
from yunguan.demo.targets import LAST_DAY, aim

SAT = {"failed", "passed", "certified"}
PASSED = {"passed", "certified"}


def counted(centre: Centre, states: set[str]) -> int:
    """Entries of the year's sittings in some states."""
    held = {each.number for each in sittings()}
    return sum(row["session"] in held and row["state"] in states for row in centre.rows("managers_exam_entry"))


def exam_days(centre: Centre) -> dict[str, date]:
    return {row["session_no"]: row["exam_on"] for row in centre.rows("managers_exam_session")}


def test_the_entries_come_to_the_published_counts(centre: Centre) -> None:
    assert counted(centre, SAT | {"absent"}) == aim("safety.managers_exam.registered")
    assert counted(centre, SAT) == aim("safety.managers_exam.attended")
    assert counted(centre, PASSED) == aim("safety.managers_exam.passed")


def test_there_are_withdrawn_and_waiting_entries_beyond(centre: Centre) -> None:
    states = Counter(row["state"] for row in centre.rows("managers_exam_entry"))
    assert min(states["withdrawn"], states["waiting"], states["registered"], states["passed"]) > 0


def test_the_mark_decides_who_passed(centre: Centre) -> None:
    marked = [row for row in centre.rows("managers_exam_entry") if row["score"] is not None]
    assert all((row["score"] >= PASS_MARK) is (row["state"] in PASSED) for row in marked)


def test_nobody_enters_again_before_having_been_examined(centre: Centre) -> None:
    days = exam_days(centre)
    entries: dict[str, list[Row]] = {}
    for row in centre.rows("managers_exam_entry"):
        entries.setdefault(row["identity_number"], []).append(row)
    again = [sorted(rows, key=lambda row: days[row["session"]]) for rows in entries.values() if len(rows) > 1]
    assert again
    for rows in again:
        for before, after in pairwise(rows):
            assert before["state"] in {"failed", "absent"}
            assert days[before["session"]] < after["applied_on"]


def test_certificates_are_given_after_the_examination(centre: Centre) -> None:
    days = exam_days(centre)
    certified = [row for row in centre.rows("managers_exam_entry") if row["state"] == "certified"]
    assert all(days[row["session"]] < row["certified_on"] <= LAST_DAY < row["valid_to"] for row in certified)
    assert len({row["certificate_no"] for row in certified}) == len(certified)
