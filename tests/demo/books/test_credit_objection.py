"""质量信誉考核异议 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre
from yunguan.demo.credit import NOTICE_TO, NOTICED


def test_objections_came_while_the_list_was_under_notice(centre: Centre) -> None:
    rows = centre.rows("credit_objection")
    rated = {row["rating_no"] for row in centre.rows("credit_rating")}
    assert len({row["rating"] for row in rows}) == len(rows)
    assert all(NOTICED <= row["lodged_on"] <= NOTICE_TO and row["rating"] in rated for row in rows)
