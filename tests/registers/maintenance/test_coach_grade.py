"""Grades of coaches: the type fits the length, a new grade takes the place of the old one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import operator, step
from tests.registers.complaints import complains_about
from tests.registers.maintenance.workshop import DAY, VIN, coach, staff
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.maintenance.coach_grade import outcome

ROW: dict[str, Any] = {"vin": VIN, "accepted_on": DAY, "rating_kind": "rating"}
GRADED = {"grade": "23", "graded_on": date(2023, 3, 7), "valid_to": date(2024, 3, 6), "checker": "甲"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "accepted"}, []),
        ({"state": "accepted", "rating_kind": "review"}, ["previous_grade"]),
        ({"state": "rework"}, ["findings", "rework_on"]),
        ({"state": "graded"}, ["grade", "graded_on", "valid_to", "checker"]),
        ({"state": "graded", "second_checker": "甲"} | GRADED, ["second_checker"]),
        ({"state": "graded"} | GRADED | {"valid_to": date(2023, 3, 1)}, ["valid_to"]),
    ],
)
def test_a_state_brings_what_belongs_to_it(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("coach_grade", **ROW | row) == expected


@pytest.mark.parametrize(
    ("before", "grade", "expected"),
    [(None, "23", "first"), ("23", "23", "kept"), ("24", "23", "raised"), ("23", "24", "lowered")],
)
def test_a_grade_is_told_against_the_one_before(before: str | None, grade: str, expected: str) -> None:
    assert outcome(before, grade) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("grade", "length_mm", "words"),
    [
        ("13", 12000, "属于大型客车"),
        ("23", 9000, "属于中型客车"),
        ("33", 6000, "属于小型客车"),
        ("23", 13701, "超过营运客车的上限"),
        ("51", 4800, "乘用车不超过 9 座"),
    ],
)
def test_a_type_that_does_not_fit_the_coach_is_refused(grade: str, length_mm: int, words: str) -> None:
    clerk, _ = staff()
    record = coach(operator(1), length_mm=length_mm)
    with pytest.raises(Refused, match=words):
        step(record, "grade", clerk, date(2023, 3, 7), grade=grade)
    with pytest.raises(Refused, match=words):
        coach(operator(2), rating_no="KP-2", length_mm=length_mm, grade=grade)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "given", "words"),
    [
        ({"report_no": None}, {"grade": "23"}, "没有检验检测报告"),
        ({"second_checker": None}, {"grade": "23"}, "不同的两人签字"),
        ({}, {}, "须填写“类型等级”"),
    ],
)
def test_a_coach_without_report_signatures_or_grade_is_not_graded(
    values: dict[str, Any], given: dict[str, Any], words: str
) -> None:
    clerk, _ = staff()
    record = coach(operator(1), **values)
    with pytest.raises(Refused, match=words):
        step(record, "grade", clerk, date(2023, 3, 7), **given)


@pytest.mark.django_db
def test_a_grade_holds_for_a_year_and_the_review_takes_its_place() -> None:
    clerk, _ = staff()
    first: Any = step(coach(operator(1), accepted_on=date(2022, 3, 1)), "grade", clerk, date(2022, 3, 7), grade="23")
    review: Any = coach(operator(2), rating_no="KP-2", rating_kind="review", previous_grade="23")
    step(review, "rework", clerk, date(2023, 3, 7), findings="座椅间距不足。")
    step(review, "grade", clerk, date(2023, 3, 9), grade="24")
    first.refresh_from_db()
    assert (first.state, first.replaced_on) == ("replaced", date(2023, 3, 9))
    assert (review.outcome, review.valid_to, review.overdue_from) == ("lowered", date(2024, 3, 8), date(2024, 3, 9))


@pytest.mark.django_db
def test_a_coach_is_refused_or_leaves() -> None:
    clerk, head = staff()
    refused = step(coach(operator(1)), "refuse", head, date(2023, 3, 7), "不符合要求")
    other = coach(operator(2), rating_no="KP-2", vin="L0X12345XPZ000002")
    left = step(step(other, "grade", clerk, date(2023, 3, 7), grade="25"), "end", clerk, date(2023, 8, 1), "报废")
    assert (refused.state, left.state) == ("refused", "ended")


@pytest.mark.django_db
def test_a_coach_holds_one_grade() -> None:
    clerk, _ = staff()
    step(coach(operator(1)), "grade", clerk, date(2023, 3, 7), grade="23")
    second: Any = coach(operator(2), rating_no="KP-2")
    second.state, second.grade, second.graded_on = "graded", "23", date(2023, 3, 7)
    told = [problem.message for _, problem in type(second).problems_among([second])]
    assert told == [f"车辆 {VIN} 已有一条有效的类型等级，请把较早的一条改为“已由新等级取代”。"]
