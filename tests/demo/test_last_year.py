"""The year before in the demonstration: invented, and said to be."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre
from yunguan.demo.last_year import LAST, adjusted, granted, paid


def test_every_row_of_the_year_before_says_that_it_is_invented() -> None:
    said = [row["summary"] for row in (*granted(), *paid())] + [row["reason"] for row in adjusted()]
    assert all("演示数据" in each and str(LAST) in each for each in said)


def test_no_line_of_the_year_before_is_overspent() -> None:
    free: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    signs = {"increase": 1, "decrease": -1}
    for row in (*granted(), *adjusted(), *(each | {"amount": -each["amount"]} for each in paid())):
        line = (row["project"] or "", row["economic_class"][:3])
        free[line] += signs.get(row.get("direction", ""), 1) * row["amount"]
    assert min(free.values()) == 0
    assert sum(free.values()) == 21_200


@pytest.mark.django_db
def test_the_year_is_compared_with_the_year_before(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "appropriation", "budget_adjustment", "payment")
    assert values("finance.three_public.last_year.budget", "finance.three_public.last_year.actual") == ["9.8", "9.5"]
    assert values("finance.three_public.change_rate", "finance.carry_over.change_rate") == ["-8.2", "-100"]
    assert values("finance.basic.executed", "finance.total.execution_rate") == ["1558.7", "100"]
