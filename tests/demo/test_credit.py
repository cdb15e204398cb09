"""The assessment that the demonstration draws."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.credit import BANDS, assessments


def test_the_totals_of_the_centre_lie_in_the_band_of_the_grade(centre: Centre) -> None:
    for each in assessments(centre):
        low, high = BANDS[each.owner["credit_grade"]]
        assert low <= sum(each.centre) <= high


def test_no_level_below_gave_less_than_the_level_above(centre: Centre) -> None:
    for each in assessments(centre):
        assert sum(each.county) >= sum(each.centre)
        assert each.own is None or sum(each.own) >= sum(each.county)
