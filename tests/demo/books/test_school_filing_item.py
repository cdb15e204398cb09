"""驾培备案材料目录 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_the_old_form_ends_where_the_new_list_begins(centre: Centre) -> None:
    rows = centre.rows("school_filing_item")
    (old,) = [row for row in rows if row["effective_to"]]
    assert all(row["effective_from"] > old["effective_to"] for row in rows if row is not old)
