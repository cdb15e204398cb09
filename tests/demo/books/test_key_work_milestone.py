"""重点工作节点台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_most_steps_are_reached_on_time(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "key_work_milestone")
    assert 80 < float(values("key_work.milestones_on_time")[0]) < 100
    assert {row["state"] for row in centre.rows("key_work_milestone")} == {"open", "overdue_told", "done", "dropped"}
