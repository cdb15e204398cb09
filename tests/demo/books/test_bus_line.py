"""公交线路台账 of the demonstration."""

from __future__ import annotations

from yunguan.demo.books.bus_line import ELDER, REROUTED, STUDIED
from yunguan.demo.books.operator import URBAN
from yunguan.demo.centre import Centre


def test_the_lines_of_the_report_run_in_the_urban_area(centre: Centre) -> None:
    urban = {row["line_no"] for row in centre.rows("bus_line") if row["area"] in URBAN and row["state"] == "operating"}
    assert {*ELDER, *REROUTED, STUDIED} <= urban


def test_lines_stand_in_every_state(centre: Centre) -> None:
    assert {row["state"] for row in centre.rows("bus_line")} == {"operating", "suspended", "withdrawn"}
