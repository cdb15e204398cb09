"""存在问题台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_one_problem_has_no_measure_yet(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "problem")
    assert values("problems.named", "problems.without_measure") == ["9", "1"]
    with_measure = {row["problem"] for row in centre.rows("measure")}
    measured = {row["problem_no"] for row in centre.rows("problem") if row["state"] != "raised"}
    assert measured <= with_measure
