"""五全一常态排查项目 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.books.check_template_item import FINDINGS, ITEMS
from yunguan.demo.centre import Centre


def test_every_list_has_all_items_and_every_item_a_finding(centre: Centre) -> None:
    counts = Counter(row["template"] for row in centre.rows("check_template_item"))
    assert counts == {row["template_no"]: len(ITEMS) for row in centre.rows("check_template")}
    assert len(FINDINGS) == len(ITEMS)
