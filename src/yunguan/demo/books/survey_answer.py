"""满意度答卷 of the demonstration: some three hundred answers, none of them with a name."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.opinions import POLLS, sheets


def rows(centre: Centre) -> list[Row]:
    """The answers of every survey."""
    return [row for poll in POLLS for row in sheets(centre, poll)]
