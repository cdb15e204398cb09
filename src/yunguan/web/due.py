"""Whether a record is late, or soon will be: the marks on lists, cards and the work list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yunguan.core.calendar import CalendarMissing
from yunguan.office.calendar import working_calendar
from yunguan.web.words import sentence

SOON_WORKING_DAYS = 3


@dataclass(frozen=True)
class Due:
    """A day and how pressing it is; ``tone`` is late, soon, calm or "" where there is no day."""

    day: date | None
    tone: str
    words: str


@dataclass(frozen=True)
class Clock:
    """Today, and the last day that counts as soon (None, with the reason, where the calendar does not reach)."""

    today: date
    soon_until: date | None
    complaint: str = ""

    def mark(self, day: date | None) -> Due:
        """The mark of a due date."""
        if day is None:
            return Due(None, "", "")
        if day < self.today:
            return Due(day, "late", f"已超期 {(self.today - day).days} 天")
        if self.soon_until is not None and day <= self.soon_until:
            return Due(day, "soon", "今天到期" if day == self.today else "即将到期")
        return Due(day, "calm", "")


def clock_on(today: date) -> Clock:
    """The clock of a day, by the working-day calendar."""
    try:
        return Clock(today, working_calendar().due(today, SOON_WORKING_DAYS))
    except CalendarMissing as fault:
        return Clock(today, None, sentence(fault))
