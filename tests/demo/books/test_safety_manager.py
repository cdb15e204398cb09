"""两类人员名册 of the demonstration."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_whoever_was_certified_this_year_stands_in_the_roll(centre: Centre) -> None:
    certified = {r["identity_number"] for r in centre.rows("managers_exam_entry") if r["state"] == "certified"}
    assert certified <= {row["identity_number"] for row in centre.rows("safety_manager")}


def test_some_are_not_certified_some_expired_some_gone(centre: Centre) -> None:
    states = Counter(row["state"] for row in centre.rows("safety_manager"))
    assert set(states) == {"appointed", "certified", "expired", "left"}


@pytest.mark.django_db
def test_the_workbook_is_taken_over_and_comes_to_the_published_number(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "safety_manager")
    assert values("safety.managers.total") == [str(aim("safety.managers.total"))]
