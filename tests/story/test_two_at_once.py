"""Two people approve the same records at once: exactly one wins each time, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.houses import house, start

PLANS = 400


def race(home: Path, plans: int, kind: str) -> list[int]:
    """How many approvals each of the two won."""
    barrier = home / "barrier"
    barrier.mkdir(parents=True)
    with house(home) as environment:
        assert start(environment, "tests.story.seed_plans", str(plans)).wait() == 0
        people = [start(environment, "tests.story.approver", name, str(barrier), kind) for name in ("first", "second")]
        outcomes = [person.communicate(timeout=240)[0] for person in people]
        assert [person.returncode for person in people] == [0, 0]
    return [int(each) for each in outcomes]


@pytest.mark.slow
def test_exactly_one_of_two_approvals_wins(tmp_path: Path) -> None:
    wins = race(tmp_path, PLANS, "real")
    assert sum(wins) == PLANS


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("DATABASE_URL"), reason="只有 PostgreSQL 允许两个写事务同时进行")
def test_the_race_would_catch_a_naive_read_check_save(tmp_path: Path) -> None:
    assert sum(race(tmp_path, 100, "naive")) > 100
