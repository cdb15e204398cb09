"""Figures of bus lines: rerouted in the year, fit for the old on the day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, operator, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
DAY = date(2023, 3, 14)
ROUTE: dict[str, Any] = {
    "new_from": "甲站",
    "new_to": "乙站",
    "new_path": "甲站、乙站",
    "new_stops": 12,
    "new_length_km": 105,
}


def made(register: str, **values: Any) -> Record:
    return create(book=book(register), values=values, user=None, on=START, now=NOW)


def line(number: int) -> Record:
    known: dict[str, Any] = {"line_no": str(number), "name": f"{number}路", "operator": operator(number, sector="bus")}
    return made("bus_line", opened_on=START, first_at="06:00", last_at="20:00", vehicles=10, electric=8, **known)


def changed(of: Record, kind: str, carried_out: date) -> None:
    """A change walked through to being carried out."""
    unit = f"urban_transit{kind}{carried_out}"
    clerk = account(Role.CLERK, "urban_transit", f"c{unit}")
    head = account(Role.HEAD, "urban_transit", f"h{unit}")
    known: dict[str, Any] = {"reason": "降本", "proposed_on": DAY, "proposed_by": "企业"} | ROUTE
    one = made("line_change", change_no=f"{of}{kind}", line=of, kind=kind, **known)
    for move, column in (("survey", "survey"), ("consult", "opinions"), ("visit", "visit"), ("argue", "argument")):
        step(one, move, clerk, DAY, **{column: "记录"})
    step(step(one, "decide", head, DAY, report_no="1"), "announce", clerk, DAY)
    step(one, "carry_out", clerk, carried_out)


def told(*names: str) -> list[object]:
    found = figures(question_of(Period.year(2023)), [f"transit.{name}" for name in names])
    return [figure.value for figure in found.values()]


def test_lines_are_rerouted_in_the_year_in_which_it_was_carried_out() -> None:
    changed(line(100), "rerouting", date(2023, 4, 3))
    changed(line(101), "rerouting", date(2024, 1, 8))
    changed(line(508), "fleet", date(2023, 5, 8))
    assert told("lines", "lines_rerouted", "lines_changed", "rerouted_length", "electric_rate") == [
        3,
        1,
        2,
        pytest.approx(10.5),
        80,
    ]


def test_a_line_that_lost_its_award_is_not_told() -> None:
    clerk, head = account(Role.CLERK, "urban_transit"), account(Role.HEAD, "urban_transit")
    fit = {"priority_seats": True, "voice": True, "trained": True, "applied_on": DAY}
    for number in (116, 127):
        one = step(made("elder_line", line=line(number), **fit), "verify", clerk, DAY, verifiers="甲明")
        step(one, "declare", head, DAY, doc_no="1")
    step(one, "withdraw", head, date(2023, 9, 1), reason="措施取消")
    assert told("elder_friendly_lines") == [1]
