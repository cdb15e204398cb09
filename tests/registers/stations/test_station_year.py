"""What stations report of a year: after it, checked by somebody else, explained where it strays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import step
from tests.registers.stations.terminal import staff, station, year
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

CHECKED = date(2023, 1, 12)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"reported_on": date(2022, 12, 30)}, "当年数据还没有结束"),
        ({"year": 22}, "不是四位数的年份"),
    ],
)
def test_a_year_is_reported_when_it_is_over(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        year(station(), **{"reported_on": date(2023, 1, 10)} | values)


@pytest.mark.django_db
def test_only_what_was_checked_counts() -> None:
    clerk, head = staff()
    record: Any = year(station(), user=clerk)
    assert record.accepted is False
    step(record, "return", head, date(2023, 1, 11), "班次对不上")
    step(record, "resubmit", clerk, CHECKED)
    step(record, "check", head, CHECKED)
    assert record.accepted is True
    step(record, "reopen", head, date(2023, 2, 1), "又有出入")
    assert (record.state, record.accepted) == ("returned", False)


@pytest.mark.django_db
def test_a_year_unlike_the_one_before_needs_words() -> None:
    _, head = staff()
    place = station()
    year(place, 2021, passengers=2000)
    record = year(place, 2022)
    told = [problem.message for _, problem in book("station_year").model.problems_among([record])]
    assert told == ["旅客发送量与上年相差超过 30%，请核实并填写变动说明。"]
    with pytest.raises(Refused, match="旅客发送量与上年相差超过 30%"):
        step(record, "check", head, CHECKED)


@pytest.mark.django_db
def test_the_check_ends_on_the_tenth_working_day_which_was_made_up() -> None:
    assert year(station()).due_on == date(2023, 1, 29)


@pytest.mark.django_db
@pytest.mark.parametrize(("grade", "graded"), [("2", True), ("6", True), ("9", False)])
def test_a_station_without_a_grade_is_kept_apart(grade: str, graded: bool) -> None:  # noqa: FBT001 - a case
    assert year(station(), grade=grade).graded is graded  # type: ignore[attr-defined]
