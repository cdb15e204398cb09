"""统计调查单位名录库 of the demonstration: passenger carriers and bus companies, some new, some gone in the year."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.survey import FORMS
from yunguan.demo.targets import YEAR

ASKED = {"passenger": 36, "bus": 15}
INDUSTRIES = {"passenger": "5421", "bus": "5412"}
NEW, CHANGED, LEAVING, WAITING = 4, 6, 2, 2
"""So many units of the carriers came in the year, changed, went, or wait to be listed."""


def rows(centre: Centre) -> list[Row]:
    """The units of each survey by their number."""
    chance = centre.random("reporting_unit")
    made = [
        _unit(owner, form.survey, number)
        for form in FORMS
        for number, owner in enumerate(operating(centre, form.survey)[: ASKED[form.survey]], start=1)
    ]
    carriers = [row for row in made if row["survey"] == "passenger"]
    days = iter(sorted(chance.sample(working_days(date(YEAR, 2, 1), date(YEAR, 11, 15)), NEW + CHANGED + LEAVING)))
    for row in carriers[-NEW - WAITING : -WAITING]:
        row |= {"proposed_on": (day := next(days)), "listed_on": later(day, 5)}
    for row in carriers[-WAITING:]:
        row |= {"proposed_on": date(YEAR, 12, 26), "listed_on": None, "state": "proposed"}
    for row in carriers[22 : 22 + CHANGED]:
        row |= {"change_asked_on": (day := next(days)), "change_words": "单位名称、法定代表人变更"}
        row |= {"changed_on": later(day, 3)}
    for row in made[-LEAVING:]:
        row |= {"leaving_on": (day := next(days)), "gone_on": later(day, 4), "state": "gone"}
    return made


def _unit(owner: Row, survey: str, number: int) -> Row:
    listed = later(max(owner["opened_on"], date(YEAR - 2, 1, 4)), 10)
    prefix = "客" if survey == "passenger" else "交"
    return {
        "unit_no": f"{prefix}{number:03d}",
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "survey": survey,
        "division": f"{owner['area']}001001",
        "industry": INDUSTRIES[survey],
        "account": f"HY{owner['area'][-2:]}{prefix}{number:03d}",
        "evidence": "经营许可证、营业执照",
        "change_words": None,
        "proposed_on": max(owner["opened_on"], date(YEAR - 2, 1, 4)),
        "listed_on": listed,
        "change_asked_on": None,
        "changed_on": None,
        "leaving_on": None,
        "gone_on": None,
        "area": owner["area"],
        "state": "listed",
    }
