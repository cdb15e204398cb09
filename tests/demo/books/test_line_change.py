"""公交线路调整台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.books.bus_line import STUDIED
from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_changes_are_under_way_refused_and_carried_out(centre: Centre) -> None:
    states = {row["state"] for row in centre.rows("line_change")}
    assert {"proposed", "announced", "carried_out", "evaluated", "rejected"} <= states


def test_the_studied_line_was_changed_in_its_fleet(centre: Centre) -> None:
    (studied,) = [row for row in centre.rows("line_change") if row["line"] == STUDIED]
    assert (studied["kind"], studied["state"]) == ("fleet", "evaluated")


@pytest.mark.django_db
def test_the_workbooks_are_taken_over_and_come_to_the_published_number(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "line_change")
    assert values("transit.lines_rerouted") == [str(aim("transit.lines_rerouted"))]
