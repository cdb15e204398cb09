"""预算项目 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_every_project_that_money_names_is_there(centre: Centre) -> None:
    codes = {row["code"] for row in centre.rows("project")}
    named = {row["project"] for book in ("appropriation", "payment") for row in centre.rows(book)}
    assert named - {None} == codes
