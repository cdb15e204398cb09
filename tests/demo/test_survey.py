"""The survey of the demonstration: what each unit reports hangs together from month to month."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.days import calendar
from yunguan.demo.survey import cases, month_before, riders_of, values, vehicles


def test_days_of_a_return_follow_each_other_and_only_the_late_are_late(centre: Centre) -> None:
    for case in cases(centre):
        assert case.month < case.first_filed_on <= case.filed_on
        limit = calendar().due(case.month, 8, "calendar")
        assert (case.first_filed_on > limit) is (case.story == "late")


def test_parts_add_up_and_vehicles_are_those_that_are_held(centre: Centre) -> None:
    carriers = [case for case in cases(centre) if case.form.survey == "passenger"]
    for case in carriers:
        told = dict(values(centre, case))
        assert told["K1"] == told["K3"] + told["K4"]
        assert told["K5"] == vehicles(centre, case)


def test_a_rise_is_held_against_the_month_before_it(centre: Centre) -> None:
    rises = [case for case in cases(centre) if case.story in {"explained", "visited", "asked"}]
    assert rises
    for case in rises:
        assert riders_of(centre, case) > riders_of(centre, month_before(case)) * 1.5
