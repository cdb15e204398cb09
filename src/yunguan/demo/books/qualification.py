"""从业资格申请台账: first applications of those examined, renewals and replacements, and what is open at the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.exam_rounds import Candidate, Round, rounds
from yunguan.demo.replacements import replacements
from yunguan.demo.targets import YEAR

RENEWED_BEFORE = (35, 70)
"""Days before the old certificate's last day; a few come later than they should."""
OPEN = {"applied": 6, "admitted": 7, "declined": 5, "withdrawn": 4}


def rows(centre: Centre) -> list[Row]:
    """One row an application, in the order in which they came."""
    maker = _Maker(centre)
    made = sorted([*maker.first(), *maker.renewed(), *maker.replaced(), *maker.waiting()], key=_when)
    for number, row in enumerate(made, start=1):
        row["application_no"] = f"衡从申{YEAR}{number:05d}"
    return made


class _Maker:
    """Draws one application after another."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("qualification")
        self.centre = centre
        self.people = [row for row in centre.rows("practitioner") if row["issued_on"].year == YEAR]
        self.passed = {
            (one.identity_number, each.category): each
            for each in rounds(centre)
            for one in each.candidates
            if one.outcome == "passed"
        }

    def first(self) -> Iterator[Row]:
        """Examined, then issued."""
        for person in self.people:
            if person["first_issued_on"] == person["issued_on"]:
                exam = self.passed[person["identity_number"], person["category"]].exam_on
                yield self._of(person) | self._before(exam) | {"matter": "1", "qualified_on": exam}

    def renewed(self) -> Iterator[Row]:
        for person in self.people:
            if person["first_issued_on"] != person["issued_on"]:
                applied = later(person["issued_on"] - timedelta(days=self.random.randint(8, 14)), 0)
                approved = min(later(applied, self.random.randint(1, 4)), person["issued_on"])
                yield self._of(person) | {
                    "matter": "6",
                    "applied_on": min(applied, approved),
                    "qualified_on": approved,
                    "old_valid_to": applied + timedelta(days=self.random.randint(*RENEWED_BEFORE)),
                }

    def replaced(self) -> Iterator[Row]:
        """Lost or worn certificates and changed particulars: the term stays."""
        for person, matter, day in replacements(self.centre):
            yield self._of(person) | {
                "matter": matter,
                "applied_on": later(day - timedelta(days=6), 0),
                "qualified_on": day,
                "issued_on": day,
                "old_valid_to": person["valid_to"],
            }

    def waiting(self) -> Iterator[Row]:
        """Taxi drivers who passed in December, and applications that had come to nothing or were still to be seen."""
        issued = {person["identity_number"] for person in self.people}
        ready = [(key, each) for key, each in self.passed.items() if key[0] not in issued and each.exam_on.year == YEAR]
        for (number, _), each in ready:
            one = next(one for one in each.candidates if one.identity_number == number)
            yield self._candidate(one, each) | {"qualified_on": each.exam_on, "state": "qualified"}
        failed = [(one, each) for each in rounds(self.centre) for one in each.candidates if one.outcome == "failed"]
        seen = issued | {key[0] for key in self.passed}
        for state, count in OPEN.items():
            for _ in range(count):
                one, each = next((one, each) for one, each in reversed(failed) if one.identity_number not in seen)
                seen.add(one.identity_number)
                yield self._candidate(one, each) | self._unfinished(state)

    def _unfinished(self, state: str) -> Row:
        if state in {"applied", "admitted"}:
            day = self.random.choice(working_days(date(YEAR, 12, 20), date(YEAR, 12, 27)))
            return {"applied_on": day, "admitted_on": later(day, 1) if state == "admitted" else None, "state": state}
        day = self.random.choice(working_days(date(YEAR, 3, 1), date(YEAR, 11, 30)))
        return {"applied_on": day, "admitted_on": None, "ended_on": later(day, 4), "state": state}

    def _candidate(self, one: Candidate, each: Round) -> Row:
        own = {"name": one.name, "identity_number": one.identity_number, "mobile": one.mobile, "area": one.area}
        return own | {"category": each.category, "matter": "1", "medium": "electronic"} | self._before(each.exam_on)

    def _before(self, exam: date) -> Row:
        applied = later(exam - timedelta(days=self.random.randint(27, 33)), 0)
        return {"applied_on": applied, "admitted_on": later(applied, self.random.randint(1, 3))}

    def _of(self, person: Row) -> Row:
        names = ("name", "identity_number", "category", "mobile", "operator", "operator__name", "licence_class", "area")
        more = ("certificate_no", "issued_on", "valid_to", "first_issued_on")
        return {name: person[name] for name in (*names, *more)} | {"medium": "electronic", "state": "issued"}


def _when(row: Row) -> tuple[date, str]:
    return row["applied_on"], row["identity_number"]
