"""The one place where commands look at the clock."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment in the zone of the office, so that its date is the day on the wall."""
    return timezone.localtime()


def here() -> datetime:
    """The present moment in the zone of this machine, for commands that need no house."""
    return datetime.now(UTC).astimezone()
