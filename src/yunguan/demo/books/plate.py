"""客运牌证发放台账: every plate that was handed out in the year, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from yunguan.demo.badges import COUNTED_TO, Badge, badges, serial
from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.targets import LAST_DAY, YEAR

BAND = range(981, 982)
BUSY_MONTHS = {1: 14, 2: 11, 4: 11, 5: 12, 7: 12, 8: 12, 10: 13}
"""How busy a day is, by month; 9 in the others."""
RUSH = (date(YEAR, 1, 7), date(YEAR, 2, 15))
"""The days of the spring rush, in which most extra plates go out."""
AT_ONCE = (1, 2, 2, 3, 4, 6)
"""How many plates an operator fetches at a time."""
RECEIVERS = 4
LONGEST_RUN = 15
VOID, LOST, KEPT = 0.004, 0.005, 0.03
"""Shares: spoilt, (up to) lost, (up to) not brought back though the run is over."""
WRITTEN_OFF_AFTER = 40
COUNTED_DAYS = working_days(date(YEAR, 1, 3), COUNTED_TO)
DECEMBER = working_days(COUNTED_TO + timedelta(days=1), LAST_DAY)


def rows(centre: Centre) -> list[Row]:
    """One row a plate, by day and serial as the clerk hands them out."""
    maker = _Maker(centre)
    made = [row for badge in badges() for row in maker.issues(badge)]
    return sorted(made, key=lambda row: (row["issued_on"], row["serial"]))


class _Maker:
    """Hands out the plates of one kind after another, serial by serial in the order of days."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("plate")
        people = People(self.random, BAND)
        self.coaches: dict[str, list[str]] = {}
        for vehicle in centre.rows("vehicle"):
            if _may_be_chartered(vehicle):
                self.coaches.setdefault(vehicle["operator"], []).append(vehicle["plate"])
        self.owners = [row for row in operating(centre, "passenger") if row["uscc"] in self.coaches]
        self.weights = list(accumulate(len(self.coaches[owner["uscc"]]) for owner in self.owners))
        self.receivers = {
            owner["uscc"]: [people.name(female=number == 0) for number in range(RECEIVERS)] for owner in self.owners
        }

    def issues(self, badge: Badge) -> Iterator[Row]:
        days = sorted([*self._days(badge, badge.counted, COUNTED_DAYS), *self._days(badge, badge.december, DECEMBER)])
        fetched = 0
        head: Row = {}
        for number, day in enumerate(days, start=1):
            if fetched == 0 or head["issued_on"] != day:
                head, fetched = self._fetch(badge, day), self.random.choice(AT_ONCE)
            fetched -= 1
            yield {"serial": serial(badge, number)} | head | self._coach(head) | self._fate(badge, day)

    def _days(self, badge: Badge, count: int, days: tuple[date, ...]) -> list[date]:
        rush = [day for day in days if RUSH[0] <= day <= RUSH[1]]
        pool = rush if badge.kind == "extra" and rush else list(days)
        weights = [BUSY_MONTHS.get(day.month, 9) for day in pool]
        return self.random.choices(pool, weights, k=count)

    def _fetch(self, badge: Badge, day: date) -> Row:
        owner = self.random.choices(self.owners, cum_weights=self.weights)[0]
        return {
            "plate_kind": badge.kind,
            "level": badge.level,
            "operator": owner["uscc"],
            "operator__name": owner["name"],
            "reason": _reason(self.random, badge, day),
            "receiver": self.random.choice(self.receivers[owner["uscc"]]),
            "issued_on": day,
            "area": owner["area"],
        }

    def _coach(self, head: Row) -> Row:
        return {"vehicle_plate": self.random.choice(self.coaches[head["operator"]])}

    def _fate(self, badge: Badge, day: date) -> Row:
        """Plates for one run come back and are written off in time; plates of a line stay out."""
        fate = {"returned_on": None, "written_off_on": None, "ended_on": None, "state": "issued"}
        draw = self.random.random()
        back = later(day + timedelta(days=self.random.randint(1, LONGEST_RUN)), 0)
        if back > LAST_DAY:
            return fate
        if draw < LOST:
            return fate | {"ended_on": back, "state": "void" if draw < VOID else "lost"}
        if badge.kind == "route" or draw < KEPT:
            return fate
        written_off = later(back, WRITTEN_OFF_AFTER)
        if written_off > LAST_DAY:
            return fate | {"returned_on": back, "state": "returned"}
        return fate | {"returned_on": back, "written_off_on": written_off, "state": "written_off"}


def _may_be_chartered(vehicle: Row) -> bool:
    """Coaches that ran the whole year."""
    runs = (vehicle["sector"], vehicle["state"]) == ("passenger", "operating")
    return runs and bool(vehicle["registered_on"].year < YEAR)


def _reason(chance: Random, badge: Badge, day: date) -> str:
    if badge.kind == "extra" and RUSH[0] <= day <= RUSH[1]:
        return badge.reasons[0]
    return chance.choice(badge.reasons)
