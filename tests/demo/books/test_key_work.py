"""重点工作台账 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_most_tasks_are_completed_some_carried_over_one_urged(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "key_work")
    ids = ("tasks", "completed", "carried", "urged")
    assert values(*(f"key_work.{name}" for name in ids)) == ["23", "17", "3", "1"]
