"""Plates issued, by kind and range."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW, START, operator
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.registers.book import book
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
RANGES = {("charter", "4"): "湘包", ("charter", "2"): "湘包内", ("extra", "3"): "湘加", ("route", "2"): "湘班"}


def issue(kind: str, level: str, on: date) -> None:
    """One plate out of a range of its own."""
    prefix = RANGES[kind, level]
    known = {"plate_kind": kind, "level": level}
    stock = known | {"batch_no": prefix, "serial_from": f"{prefix}0001", "serial_to": f"{prefix}0009"}
    create(book=book("plate_stock"), values=stock | {"received_on": START}, user=None, on=START, now=NOW)
    plate = known | {"serial": f"{prefix}0001", "operator": operator(len(prefix) + int(level)), "issued_on": on}
    create(book=book("plate"), values=plate, user=None, on=on, now=NOW)


def told(as_of: date, *ids: str) -> list[object]:
    found = figures(question_of(Period.year(2023), as_of=as_of), [f"plates.{each}" for each in ids])
    return [figure.value for figure in found.values()]


def test_charter_plates_are_told_apart_by_where_they_run() -> None:
    issue("charter", "4", date(2023, 5, 1))
    issue("charter", "2", date(2023, 5, 1))
    ids = ("charter", "charter.inter_provincial", "charter.intra_provincial", "extra", "route")
    assert told(date(2023, 11, 30), *ids) == [2, 1, 1, 0, 0]


def test_a_plate_issued_after_the_as_of_day_does_not_count() -> None:
    issue("extra", "3", date(2023, 12, 1))
    assert told(date(2023, 11, 30), "extra", "extra.inter_city") == [0, 0]
    assert told(date(2023, 12, 1), "extra", "extra.inter_city") == [1, 1]
