"""驾培备案材料收件台账: the papers of the schools that filed in the year or are about to."""

from __future__ import annotations

from collections.abc import Iterator

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.schools import of_school
from yunguan.demo.targets import YEAR

RIGHT_TO_GROUND, VEHICLES = "2022-04", "2022-06"
UNFINISHED = {"supplement", "declined"}


def rows(centre: Centre) -> list[Row]:
    """One row a paper, school by school in the order of their handing in."""
    items = [row for row in centre.rows("school_filing_item") if row["effective_to"] is None]
    return [row for school in _schools(centre) for item in items for row in _paper(school, item)]


def _schools(centre: Centre) -> Iterator[Row]:
    """Filed in the year or under way: those filed before have their papers in the archive."""
    for school in centre.rows("driving_school"):
        submitted = school["submitted_on"]
        if submitted and (submitted.year == YEAR):
            yield school


def _paper(school: Row, item: Row) -> Iterator[Row]:
    number = item["item_no"]
    if school["state"] in UNFINISHED and number == VEHICLES:
        return
    row = of_school(school) | {"item": number, "item__name": item["name"], "received_on": school["submitted_on"]}
    if school["state"] == "submitted":
        yield row | {"state": "received"}
    elif school["state"] in UNFINISHED and number == RIGHT_TO_GROUND:
        yield row | {"judged_on": school["checked_on"], "remark": "租赁合同缺出租方签章", "state": "unfit"}
    else:
        yield row | {"judged_on": school["checked_on"] or later(school["submitted_on"], 1), "state": "fit"}
