"""汽车客运站名录: one station an operator of the demonstration's station trade."""

from __future__ import annotations

from datetime import date, timedelta

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.targets import YEAR

GRADES = ("1", "2", "2", "3", "3", "3", "6", "4")
UNGRADED = 3
"""Stations without a grade; the last two of the list no longer work."""
SERVICES = ("electronic_ticket", "elder_window", "mother_room", "parcel_service")


def rows(centre: Centre) -> list[Row]:
    """One row a station, in the order of the operators' list."""
    chance = centre.random("station")
    made: list[Row] = []
    for number, owner in enumerate(operating(centre, "station"), start=1):
        grade = "9" if number % 10 == UNGRADED else GRADES[number % len(GRADES)]
        made.append(
            {
                "station_no": f"KZ-{number:03d}",
                "name": owner["name"].replace("汽车客运站有限公司", "汽车站").replace("客运枢纽有限公司", "客运枢纽站"),
                "grade": grade,
                "grade_valid_to": date(YEAR + 1 + number % 3, 6, 30) + timedelta(days=number) if grade != "9" else None,
                "operator": owner["uscc"],
                "operator__name": owner["name"],
                "address": owner["address"],
                "bays": chance.randint(3, 24),
                "staff": chance.randint(9, 96),
                "real_name": True,
                "security_scan": grade in {"1", "2", "3"},
                **{name: chance.random() < 0.6 for name in SERVICES},  # noqa: PLR2004 - the share that offers it
                "opened_on": date(2003 + number % 11, 3 + number % 9, 18),
                "suspended_on": None,
                "closed_on": None,
                "area": owner["area"],
                "state": "operating",
            }
        )
    made[-1] |= {"closed_on": date(YEAR, 9, 28), "state": "closed"}
    made[-2] |= {"suspended_on": date(YEAR, 11, 6), "state": "suspended"}
    return made
