"""绩效目标申报 of the demonstration."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.demo.books.taken import kept, take_over
from yunguan.demo.centre import Centre


@pytest.mark.django_db
def test_the_centre_and_each_project_have_an_approved_goal(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "performance_goal")
    goals = kept("performance_goal").filter(year=2023, state="approved")
    assert {goal.subject for goal in goals} == {"department", "DLYSFW", "YBSJ", "LLRYPX"}


def test_a_goals_money_is_what_was_granted(centre: Centre) -> None:
    granted = {row["goal_no"]: row["money_total"] for row in centre.rows("performance_goal")}
    general = [row for row in centre.rows("appropriation") if row["fund"] == "general" and row["year"] == 2023]
    assert [granted[f"2023-{code}"] for code in ("DLYSFW", "YBSJ", "LLRYPX")] == [200_000, 38_000, 120_000]
    assert granted["2023-BM"] == sum((row["amount"] for row in general), Decimal(0))
