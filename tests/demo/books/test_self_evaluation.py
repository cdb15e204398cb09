"""绩效自评 of the demonstration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import kept, take_over
from yunguan.demo.centre import Centre
from yunguan.registers.book import book


@pytest.mark.django_db
def test_each_goal_of_the_year_waits_to_be_evaluated(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "self_evaluation")
    rows = kept("self_evaluation").filter(state="drafting", goal__year=2023)
    assert sorted(row.goal.subject for row in rows) == ["DLYSFW", "LLRYPX", "YBSJ", "department"]
    assert list(book("self_evaluation").model.carried_over(2023)) == []
