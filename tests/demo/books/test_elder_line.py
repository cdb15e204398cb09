"""敬老爱老线路台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.books.bus_line import ELDER
from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_the_lines_of_the_report_are_declared(centre: Centre) -> None:
    assert {row["line"] for row in centre.rows("elder_line") if row["state"] == "declared"} == set(ELDER)


@pytest.mark.django_db
def test_the_workbook_is_taken_over_and_comes_to_the_published_number(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "elder_line")
    assert values("transit.elder_friendly_lines") == [str(aim("transit.elder_friendly_lines"))]
