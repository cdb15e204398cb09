"""The driving schools of the demonstration: which run, which move, and how a total is shared among them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from yunguan.demo.books.operator import COUNTIES, URBAN
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

IN_FORCE = {"filed", "changing"}


def companies(centre: Centre) -> list[Row]:
    """Every company that is or was a school, in the order of the operators' list."""
    return [row for row in centre.rows("operator") if row["sector"] == "driver_training"]


def running(centre: Centre) -> list[Row]:
    """Companies that have been schools since before the year: those that the report counts."""
    return [row for row in companies(centre) if row["state"] == "operating" and row["opened_on"].year < YEAR]


def urban_schools(centre: Centre) -> list[Row]:
    """Filings in force of the urban schools, without the commercial training ground."""
    rows = centre.rows("driving_school")
    return [row for row in rows if row["state"] in IN_FORCE and row["kind"] == "school" and row["area"] in URBAN]


def county_schools(centre: Centre) -> list[Row]:
    """One filed school a county: the first of each keeps its things in the city's books already."""
    rows = [row for row in centre.rows("driving_school") if row["state"] in IN_FORCE]
    return [next(row for row in rows if row["area"] == county) for county in COUNTIES]


def of_school(school: Row) -> Row:
    """What a row of a school's thing says of the school."""
    return {"operator": school["operator"], "operator__name": school["operator__name"], "area": school["area"]}


def shares(total: int, weights: Sequence[int], *, least: int = 0) -> list[int]:
    """A whole number in parts as the weights, each at least ``least``, that add up to it exactly."""
    rest = total - least * len(weights)
    ends = [rest * upto // sum(weights) for upto in accumulate(weights)]
    return [least + end - begin for begin, end in zip([0, *ends], ends, strict=False)]
