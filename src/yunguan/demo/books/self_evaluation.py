"""绩效自评 of the demonstration: opened for each goal of the year, and still to be filled in."""

from __future__ import annotations

from datetime import date

from yunguan.demo.books.performance_goal import NOTE, PROMISED, goal_no
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

OPENED_ON = date(YEAR + 1, 1, 15)


def rows(centre: Centre) -> list[Row]:
    """One row a goal."""
    del centre
    return [
        {
            "evaluation_no": f"{goal_no(code)}-ZP",
            "goal": goal_no(code),
            "opened_on": OPENED_ON,
            "round": "first",
            "note": NOTE,
            "state": "drafting",
        }
        for code in PROMISED
    ]
