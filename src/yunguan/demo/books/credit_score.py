"""质量信誉考核评分: the marks of every item at three levels."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.demo.books.credit_item import BASE, item_no
from yunguan.demo.books.credit_rating import county_day
from yunguan.demo.books.credit_scheme import number_of
from yunguan.demo.centre import Centre, Row
from yunguan.demo.credit import Marked, assessments

LEVELS = {"self_scored": "self_scored", "county_reviewed": "county_scored"}
"""State of a rating that is not finished → state of its marks."""


def rows(centre: Centre) -> list[Row]:
    """One row an item and rating, rating by rating."""
    return [row for each in assessments(centre) for row in _of_rating(each)]


def _of_rating(each: Marked) -> Iterator[Row]:
    table, level = number_of(each.owner["sector"]), LEVELS.get(each.state, "centre_scored")
    by_county, by_centre = level != "self_scored", level == "centre_scored"
    for place, (_, name, _) in enumerate(BASE):
        yield {
            "rating": each.number,
            "item": item_no(table, place + 1),
            "item__name": name,
            "self_points": each.own[place] if each.own else None,
            "county_points": each.county[place] if by_county else None,
            "centre_points": each.centre[place] if by_centre else None,
            "vetoed": False,
            "grounds": each.reasons[place],
            "self_on": each.self_on,
            "county_on": county_day(each) if by_county else None,
            "centre_on": each.centre_on if by_centre else None,
            "area": each.owner["area"],
            "state": level,
        }
