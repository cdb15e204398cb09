"""内设机构与编制 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.targets import aim


def test_sections_and_posts_are_as_published(centre: Centre) -> None:
    rows = centre.rows("establishment")
    assert len(rows) == aim("unit.sections")
    assert sum(row["posts"] for row in rows) == aim("unit.posts_authorized")
    assert min(row["posts"] for row in rows) > 0
