"""满意度调查 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre


def test_each_survey_is_closed_and_says_that_it_is_invented(centre: Centre) -> None:
    rows = centre.rows("survey")
    assert [row["public"] for row in rows] == ["operators", "passengers", "trainees", "examinees"]
    assert {(row["state"], row["note"]) for row in rows} == {("closed", "演示数据")}
