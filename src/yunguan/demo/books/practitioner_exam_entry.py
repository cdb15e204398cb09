"""从业资格考试报名台账: who sat for a qualification in the year, how often, and with which marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from yunguan.demo.books.practitioner_exam_session import CALLED_OFF, STILL_OPEN
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.exam_rounds import Candidate, Round, applied_on, rounds
from yunguan.demo.people import People
from yunguan.demo.targets import LAST_DAY, YEAR

BAND = range(935, 937)
PASS_MARK, BEST_MARK, WORST_MARK = 80, 99, 41
TWO_SUBJECTS = {"09002", "09003"}
OPEN_NOW = {"registered": 11, "applied": 4}


def rows(centre: Centre) -> list[Row]:
    """One row an entry, sitting by sitting."""
    chance = centre.random("practitioner_exam_entry")
    people = People(chance, BAND)
    held = [_entry(chance, each, one) for each in rounds(centre) for one in each.candidates]
    return [*held, *_called_off(chance, people), *_still_open(chance, people)]


def _entry(chance: Random, sitting: Round, one: Candidate) -> Row:
    applied = applied_on(chance, sitting.exam_on)
    return {
        "session": sitting.number,
        "name": one.name,
        "identity_number": one.identity_number,
        "mobile": one.mobile,
        "applied_on": applied,
        "registered_on": later(applied, 1),
        "area": one.area,
        "state": one.outcome,
    } | _marks(chance, sitting.category, one.outcome)


def _marks(chance: Random, category: str, outcome: str) -> Row:
    """Whoever fails in two subjects fails in one of them at least: mostly in the regional one."""
    if outcome not in {"passed", "failed"}:
        return {}
    good, bad = chance.randint(PASS_MARK, BEST_MARK), chance.randrange(WORST_MARK, PASS_MARK)
    if category not in TWO_SUBJECTS:
        return {"score": good if outcome == "passed" else bad}
    if outcome == "passed":
        return {"score": good, "regional_score": chance.randint(PASS_MARK, BEST_MARK)}
    fitting = good if chance.random() < 0.6 else bad  # noqa: PLR2004 - the national subject is the easier one
    return {"score": fitting, "regional_score": bad}


def _called_off(chance: Random, people: People) -> Iterator[Row]:
    for _ in range(3):
        row = _entry(chance, CALLED_OFF, _newcomer(people, "withdrawn"))
        yield row | {"withdrawn_on": date(YEAR, 8, 4)}


def _still_open(chance: Random, people: People) -> Iterator[Row]:
    for state, count in OPEN_NOW.items():
        for _ in range(count):
            applied = chance.choice(working_days(date(YEAR, 12, 21), LAST_DAY))
            row = _entry(chance, STILL_OPEN, _newcomer(people, state))
            seen = min(later(applied, 1), LAST_DAY) if state == "registered" else None
            yield row | {"applied_on": applied, "registered_on": seen}


def _newcomer(people: People, outcome: str) -> Candidate:
    person = people.born_between(date(YEAR - 55, 1, 1), date(YEAR - 24, 12, 31), women=0.1)
    return Candidate(person.name, person.identity_number, person.mobile, "430405", outcome)
