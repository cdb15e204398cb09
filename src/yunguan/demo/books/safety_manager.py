"""两类人员名册: heads and safety managers of the carriers, about two thousand in post at the year's end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People
from yunguan.demo.targets import LAST_DAY, YEAR, aim

BAND = range(990, 1000)
TRADES = ("passenger", "dangerous", "station", "freight")
YEARS = 3
LEFT = 38
NEWCOMERS = 96
"""In post for less than half a year and not yet certified."""
OVERDUE = 41
"""In post for longer without a certificate."""
LAPSED = 57
"""Whose certificate has run out."""
FIRST, LAST = date(1964, 1, 1), date(1994, 12, 31)


def rows(centre: Centre) -> list[Row]:
    """One row a person and post, by operator."""
    maker = _Maker(centre)
    made = [*maker.examined(), *maker.others(), *maker.gone()]
    return sorted(made, key=lambda row: (row["operator"], row["appointed_on"], row["identity_number"]))


class _Maker:
    """Those who passed the examinations of the year first, then everybody else."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("safety_manager")
        self.people = People(self.random, BAND)
        self.entries = [row for row in centre.rows("managers_exam_entry") if row["state"] == "certified"]
        self.owners = operating(centre, *TRADES)
        self.names = {row["uscc"]: row["name"] for row in centre.rows("operator")}
        self.known: set[str] = set()
        self.serial = 0

    def examined(self) -> Iterator[Row]:
        """Who was certified this year, each once."""
        for entry in self.entries:
            if entry["identity_number"] in self.known:
                continue
            self.known.add(entry["identity_number"])
            yield {
                "name": entry["name"],
                "identity_number": entry["identity_number"],
                "mobile": None,
                "operator": entry["operator"],
                "operator__name": self.names[entry["operator"]],
                "post": entry["post"],
                "trade": entry["trade"],
                "full_time": True,
                "appointed_on": entry["applied_on"] - timedelta(days=self.random.randint(10, 120)),
                "certificate_no": entry["certificate_no"],
                "certified_on": entry["certified_on"],
                "valid_to": entry["valid_to"],
                "expired_on": None,
                "left_on": None,
                "area": entry["area"],
                "state": "certified",
            }

    def others(self) -> Iterator[Row]:
        """The rest of those in post, operator by operator in turn."""
        left = aim("safety.managers.total") - len(self.known)
        for number in range(left):
            row = self._person(self.owners[number % len(self.owners)], head=number < len(self.owners))
            if number < NEWCOMERS:
                yield row | self._since(date(YEAR, 7, 20), date(YEAR, 12, 20))
            elif number < NEWCOMERS + OVERDUE:
                yield row | self._since(date(YEAR, 1, 4), date(YEAR, 5, 31))
            elif number < NEWCOMERS + OVERDUE + LAPSED:
                yield row | self._certificate(YEAR - YEARS) | {"state": "expired", "expired_on": date(YEAR, 12, 29)}
            else:
                yield row | self._certificate(self.random.choice((YEAR - 2, YEAR - 1)))

    def gone(self) -> Iterator[Row]:
        """Those who left their post in the year."""
        for _ in range(LEFT):
            row = self._person(self.random.choice(self.owners), head=False) | self._certificate(YEAR - 1)
            yield row | {"left_on": self.random.choice(working_days(date(YEAR, 2, 1), LAST_DAY)), "state": "left"}

    def _person(self, owner: Row, *, head: bool) -> Row:
        person = self.people.born_between(FIRST, LAST, women=0.2)
        return {
            "name": person.name,
            "identity_number": person.identity_number,
            "mobile": person.mobile,
            "operator": owner["uscc"],
            "operator__name": owner["name"],
            "post": "head" if head else "safety_manager",
            "trade": owner["sector"],
            "full_time": self.random.random() < 0.8,  # noqa: PLR2004 - four in five
            "expired_on": None,
            "left_on": None,
            "area": owner["area"],
        }

    def _since(self, first: date, last: date) -> Row:
        return {"appointed_on": self.random.choice(working_days(first, last)), "state": "appointed"}

    def _certificate(self, year: int) -> Row:
        certified = self.random.choice(working_days(date(year, 1, 10), date(year, 12, 20)))
        self.serial += 1
        return {
            "appointed_on": later(certified - timedelta(days=self.random.randint(60, 160)), 0),
            "certificate_no": f"衡道运考〔{year}〕旧{self.serial:04d}号",
            "certified_on": certified,
            "valid_to": date(year + YEARS, certified.month, min(certified.day, 28)) - timedelta(days=1),
            "state": "certified",
        }
