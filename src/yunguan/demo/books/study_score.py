"""学习平台积分月报: every member of the branch in every month of the year; a few fall behind and are talked with."""

from __future__ import annotations

from datetime import date, timedelta

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.office_year import leaders, members
from yunguan.demo.targets import YEAR

BRANCH = 41
LEAST, SILENT = 600, 7


def rows(centre: Centre) -> list[Row]:
    """One row a member and month, in the order of the months."""
    chance = centre.random("study_score")
    people = members(centre)[:BRANCH]
    secretary = leaders(centre)[1]
    slow = {row["identity_number"] for row in chance.sample(people, 5)}
    made = []
    for month in range(1, 13):
        first = date(YEAR, month, 1)
        published = later((first + timedelta(days=32)).replace(day=1), 2)
        for person in people:
            lazy = person["identity_number"] in slow and chance.random() < 0.5  # noqa: PLR2004 - now and then
            points = chance.randint(380, 590) if lazy else chance.randint(640, 1250)
            silent = chance.randint(8, 14) if lazy else chance.randint(0, 5)
            row: Row = {
                "member": person["identity_number"],
                "member__name": person["name"],
                "month": first,
                "points": points,
                "silent_days": silent,
                "published_on": published,
            }
            if points < LEAST or silent > SILENT:
                row |= {"told_on": published, "talked_on": later(published, 3), "talked_by": secretary}
            made.append(row)
    return made
