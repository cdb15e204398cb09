"""The examinations of the year: the published rate, and people who come again."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre
from yunguan.demo.exam_rounds import TAXI, rounds
from yunguan.demo.targets import YEAR, aim


def test_of_the_taxi_drivers_examined_as_many_passed_as_published(centre: Centre) -> None:
    own = [each for each in rounds(centre) if each.category == TAXI and each.exam_on.year == YEAR]
    outcomes = Counter(one.outcome for each in own for one in each.candidates)
    assert outcomes["passed"] * 100 == aim("exams.taxi.pass_rate") * (outcomes["passed"] + outcomes["failed"])


def test_nobody_sits_twice_in_a_sitting_or_after_passing_and_some_come_again(centre: Centre) -> None:
    passed: set[tuple[str, str]] = set()
    sat: Counter[tuple[str, str]] = Counter()
    for each in rounds(centre):
        people = [(one.identity_number, each.category) for one in each.candidates]
        assert len(set(people)) == len(people) < each.capacity
        assert passed.isdisjoint(people)
        passed |= {(one.identity_number, each.category) for one in each.candidates if one.outcome == "passed"}
        sat.update(people)
    assert max(sat.values()) > 2
