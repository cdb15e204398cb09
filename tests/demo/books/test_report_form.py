"""统计报表目录 of the demonstration."""

from yunguan.demo.centre import Centre


def test_each_survey_has_a_form(centre: Centre) -> None:
    asked = {row["survey"] for row in centre.rows("reporting_unit")}
    assert {row["survey"] for row in centre.rows("report_form")} == asked
