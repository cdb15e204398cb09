"""从业资格考试报名台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre

TWO = {"09002", "09003"}


def test_marks_decide_who_passed(centre: Centre) -> None:
    categories = {row["session_no"]: row["category"] for row in centre.rows("practitioner_exam_session")}
    for row in centre.rows("practitioner_exam_entry"):
        if row["state"] in {"passed", "failed"}:
            names = ("score", "regional_score") if categories[row["session"]] in TWO else ("score",)
            assert all(row[name] >= 80 for name in names) is (row["state"] == "passed")


def test_people_apply_before_they_sit(centre: Centre) -> None:
    days = {row["session_no"]: row["exam_on"] for row in centre.rows("practitioner_exam_session")}
    assert all(row["applied_on"] < days[row["session"]] for row in centre.rows("practitioner_exam_entry"))
