"""五全一常态排查结果 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.books.routine_check_item import MAJOR, MAJOR_ONES
from yunguan.demo.centre import Centre


def test_as_many_items_are_written_down_as_failed(centre: Centre) -> None:
    counts = Counter(row["routine"] for row in centre.rows("routine_check_item"))
    done = [row for row in centre.rows("routine_check") if row["state"] == "done" and row["items_failed"]]
    assert counts == {row["check_no"]: row["items_failed"] for row in done}


def test_a_few_findings_are_grave(centre: Centre) -> None:
    grave = [row for row in centre.rows("routine_check_item") if row["item"].endswith(f"-{MAJOR + 1:02d}")]
    assert len(grave) == MAJOR_ONES + 1
