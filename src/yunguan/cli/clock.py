"""The one place where commands look at the clock."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment in the zone of the office, so that its date is the day on the wall."""
    return timezone.localtime()
