"""两类人员考核报名台账: heads and safety managers of carriers in the sittings of the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random

from yunguan.demo.books.managers_exam_session import CALLED_OFF, STILL_OPEN
from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later, working_days
from yunguan.demo.people import People, Person
from yunguan.demo.sittings import Sitting, sittings
from yunguan.demo.targets import LAST_DAY, YEAR

BAND = range(400)
PASS_MARK = 80
BEST_MARK = 98
WORST_MARK = 36
TRADES = ("passenger", "freight", "freight", "dangerous", "station")
SITTING_AGAIN = 0.3
"""Share of those who failed or stayed away before, among the registered of a sitting."""
OPEN_NOW = {"registered": 21, "applied": 9}
CERTIFICATE_YEARS = 3


@dataclass(frozen=True)
class Candidate:
    """Somebody who is to be examined: for which operator, in which post, and when they were last examined."""

    person: Person
    owner: Row
    post: str
    last: date | None = None


def rows(centre: Centre) -> list[Row]:
    """One row an entry, sitting by sitting, as the clerk writes them down."""
    maker = _Maker(centre)
    held = [row for sitting in sittings() for row in maker.sitting(sitting)]
    _number_certificates(held)
    return [*held, *maker.called_off(), *maker.still_open()]


class _Maker:
    """Fills one sitting after another, remembering who may come again."""

    def __init__(self, centre: Centre) -> None:
        self.random = centre.random("managers_exam_entry")
        self.people = People(self.random, BAND)
        self.owners = {trade: operating(centre, trade) for trade in set(TRADES)}
        self.again: list[Candidate] = []

    def sitting(self, sitting: Sitting) -> Iterator[Row]:
        """The entries of one sitting: marked, absent, withdrawn, waiting."""
        candidates = self._candidates(sitting)
        outcomes = ["passed"] * sitting.passed + ["failed"] * (sitting.attended - sitting.passed)
        outcomes += ["absent"] * (sitting.registered - sitting.attended)
        self.random.shuffle(outcomes)
        entries = [self._marked(*pair, sitting) for pair in zip(candidates, outcomes, strict=True)]
        entries += [self._withdrawn(self._newcomer(), sitting) for _ in range(sitting.withdrawn)]
        yield from sorted(entries, key=lambda row: row["applied_on"])
        for _ in range(sitting.waiting):
            yield self._entry(self._newcomer(), sitting, "waiting") | {"applied_on": sitting.closes_on}

    def called_off(self) -> Iterator[Row]:
        """Those who had applied for the sitting that did not take place."""
        for _ in range(CALLED_OFF.withdrawn):
            yield self._withdrawn(self._newcomer(), CALLED_OFF)

    def still_open(self) -> Iterator[Row]:
        """Those who have applied by the year's end for the first sitting of the next year."""
        for state, count in OPEN_NOW.items():
            for _ in range(count):
                applied = self.random.choice(working_days(STILL_OPEN.opens_on, LAST_DAY))
                entry = self._entry(self._newcomer(), STILL_OPEN, state)
                seen = min(later(applied, 1), LAST_DAY) if state == "registered" else None
                yield entry | {"applied_on": applied, "registered_on": seen}

    def _candidates(self, sitting: Sitting) -> list[Candidate]:
        free = [each for each in self.again if each.last is not None and each.last < sitting.opens_on]
        back = self.random.sample(free, min(len(free), int(sitting.registered * SITTING_AGAIN)))
        self.again = [each for each in self.again if each not in back]
        return back + [self._newcomer() for _ in range(sitting.registered - len(back))]

    def _newcomer(self) -> Candidate:
        owner = self.random.choice(self.owners[self.random.choice(TRADES)])
        person = self.people.born_between(date(YEAR - 58, 1, 1), date(YEAR - 26, 12, 31), women=0.2)
        return Candidate(person, owner, self.random.choice(("head", "safety_manager", "safety_manager")))

    def _marked(self, candidate: Candidate, outcome: str, sitting: Sitting) -> Row:
        entry = self._entry(candidate, sitting, outcome)
        if outcome != "passed":
            again = Candidate(candidate.person, candidate.owner, candidate.post, sitting.exam_on)
            self.again.append(again)
        if outcome == "failed":
            return entry | {"score": self.random.randrange(WORST_MARK, PASS_MARK)}
        if outcome == "absent":
            return entry
        return entry | {"score": self.random.randint(PASS_MARK, BEST_MARK)} | _certificate(sitting)

    def _withdrawn(self, candidate: Candidate, sitting: Sitting) -> Row:
        entry = self._entry(candidate, sitting, "withdrawn")
        return entry | {"withdrawn_on": later(entry["registered_on"], 1)}

    def _entry(self, candidate: Candidate, sitting: Sitting, state: str) -> Row:
        applied = _applied_on(self.random, sitting)
        return {
            "session": sitting.number,
            "name": candidate.person.name,
            "identity_number": candidate.person.identity_number,
            "operator": candidate.owner["uscc"],
            "operator__name": candidate.owner["name"],
            "post": candidate.post,
            "trade": candidate.owner["sector"],
            "applied_on": applied,
            "registered_on": None if state in {"applied", "waiting"} else later(applied, 1),
            "withdrawn_on": None,
            "score": None,
            "certificate_no": None,
            "certified_on": None,
            "valid_to": None,
            "lapsed_on": None,
            "area": candidate.owner["area"],
            "state": state,
        }


def _applied_on(chance: Random, sitting: Sitting) -> date:
    """A working day of the window, early enough to be seen and withdrawn before it closes; within the year."""
    days = working_days(sitting.opens_on, min(sitting.closes_on, LAST_DAY))
    return chance.choice(days[:-3])


def _certificate(sitting: Sitting) -> Row:
    if sitting.certified_on is None:
        return {}
    day = sitting.certified_on
    until = day.replace(year=day.year + CERTIFICATE_YEARS, day=min(day.day, 28))
    return {"certified_on": day, "valid_to": until, "state": "certified"}


def _number_certificates(entries: list[Row]) -> None:
    """A series without gaps, in the order in which they were given out."""
    certified = [row for row in entries if row["state"] == "certified"]
    certified.sort(key=lambda row: (row["certified_on"], row["identity_number"]))
    for number, row in enumerate(certified, start=1):
        row["certificate_no"] = f"衡道运考〔{YEAR}〕{number:04d}号"
