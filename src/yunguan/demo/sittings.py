"""How the examinations of the year went: who came and who passed, sitting by sitting.

Large sittings are well attended; the small ones for latecomers are nearly empty. That is how 164 absent of 936
(17.5 %) and a mean absence of 53 % a sitting can both be true.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from yunguan.demo.days import later
from yunguan.demo.sources import table
from yunguan.demo.targets import LAST_DAY

OPENS_BEFORE = timedelta(days=35)
CLOSES_BEFORE = timedelta(days=7)
PUBLISHED_AFTER = 5
CERTIFIED_AFTER = 20


@dataclass(frozen=True)
class Sitting:
    """One examination: seats, and how many of each outcome."""

    number: str
    exam_on: date
    room: str
    capacity: int
    registered: int
    attended: int
    passed: int
    withdrawn: int
    waiting: int

    @property
    def opens_on(self) -> date:
        """The first day on which to apply."""
        return later(self.exam_on - OPENS_BEFORE, 0)

    @property
    def closes_on(self) -> date:
        """The last day on which to apply or withdraw."""
        return later(self.exam_on - CLOSES_BEFORE, 0)

    @property
    def published_on(self) -> date | None:
        """The day on which marks were told; None where that lies after the year."""
        return _within_the_year(later(self.exam_on, PUBLISHED_AFTER))

    @property
    def certified_on(self) -> date | None:
        """The day on which certificates were given out; None where that lies after the year."""
        return _within_the_year(later(self.exam_on, CERTIFIED_AFTER))


@cache
def sittings() -> tuple[Sitting, ...]:
    """Those of the year in the order of their days."""
    return tuple(_sitting(number, row) for number, row in enumerate(table("exam_sittings.csv"), start=1))


def _sitting(number: int, row: dict[str, str]) -> Sitting:
    day = date.fromisoformat(row["exam_on"])
    counts = ("capacity", "registered", "attended", "passed", "withdrawn", "waiting")
    return Sitting(f"{day.year}-{number:02d}", day, row["room"], *(int(row[name]) for name in counts))


def _within_the_year(day: date) -> date | None:
    return day if day <= LAST_DAY else None
