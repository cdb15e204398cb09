"""五全一常态 of the demonstration: checks, findings, hazards and summaries that agree."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.books.check_template_item import ITEMS
from yunguan.demo.centre import Centre


def test_no_operator_is_checked_twice_a_month(centre: Centre) -> None:
    seen = Counter((row["operator"], row["checked_on"].strftime("%Y-%m")) for row in centre.rows("routine_check"))
    assert set(seen.values()) == {1}


def test_every_month_of_the_year_has_checks_and_every_check_a_result_an_item(centre: Centre) -> None:
    done = [row for row in centre.rows("routine_check") if row["state"] == "done"]
    assert {row["checked_on"].month for row in done} == set(range(1, 13))
    assert {row["items_passed"] + row["items_failed"] + row["items_na"] for row in done} == {len(ITEMS)}


@pytest.mark.django_db
def test_the_workbooks_are_taken_over_whole_and_the_month_is_told(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "routine_check_item", "monthly_safety_summary")
    found = values(*(f"safety.routine_check.{name}" for name in ("checks", "problems", "summaries", "coverage")))
    done = [row for row in centre.rows("routine_check") if row["state"] == "done"]
    assert found[:3] == [str(len(done)), str(sum(row["items_failed"] for row in done)), "11"]
    assert Decimal(found[3]) > 90
