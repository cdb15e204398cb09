"""满意度调查 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.performance_goal import NOTE
from yunguan.demo.centre import Centre, Row
from yunguan.demo.opinions import POLLS, Poll
from yunguan.demo.targets import YEAR


def rows(centre: Centre) -> list[Row]:
    """One row a survey, each of them closed."""
    del centre
    return [_row(poll) for poll in POLLS]


def _row(poll: Poll) -> Row:
    return {
        "survey_no": poll.number,
        "survey_title": f"{YEAR}年{poll.whom}满意度调查",
        "year": YEAR,
        "public": poll.public,
        "method": poll.method,
        "question": poll.question,
        "satisfied_from": "fairly",
        "sent_out": poll.asked,
        "opened_on": poll.opened_on,
        "closed_on": poll.closed_on,
        "note": NOTE,
        "state": "closed",
    }
