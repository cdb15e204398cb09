"""From which day something is overdue: kept in a column, so that a figure of a past day stays what it was."""

from __future__ import annotations

from datetime import date, timedelta

from yunguan.registers.limits import last_day


def overdue_from(begun: date, rule: str) -> date | None:
    """The day after the last day of a rule's limit; None where rule or calendar do not know these days."""
    last = last_day(rule, begun)
    return None if last is None else last + timedelta(days=1)
