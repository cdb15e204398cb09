"""道路运输事故台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.books.accident import COUNTY_HENGYANG, HENGDONG, JOINED, LEIYANG
from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_the_investigations_were_where_the_report_says(centre: Centre) -> None:
    joined = [row for row in centre.rows("accident") if row["state"] in JOINED]
    assert {row["area"] for row in joined} == {COUNTY_HENGYANG, LEIYANG, HENGDONG}


@pytest.mark.django_db
def test_the_workbooks_are_taken_over_and_come_to_the_published_number(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "accident_measure")
    assert values("safety.accident_investigations") == [str(aim("safety.accident_investigations"))]
