"""驾培备案材料收件台账 of the demonstration."""

from __future__ import annotations

from collections import Counter

from yunguan.demo.centre import Centre


def test_a_school_filed_in_the_year_has_every_paper_fit(centre: Centre) -> None:
    asked = sum(row["effective_to"] is None for row in centre.rows("school_filing_item"))
    fit = Counter(row["operator"] for row in centre.rows("school_filing_paper") if row["state"] == "fit")
    filed = [row for row in centre.rows("driving_school") if row["filed_on"] and row["submitted_on"].year == 2023]
    assert filed
    assert {fit[row["operator"]] for row in filed} == {asked}


def test_what_is_told_as_missing_is_not_there_or_not_fit(centre: Centre) -> None:
    papers = centre.rows("school_filing_paper")
    for school in centre.rows("driving_school"):
        if school["state"] == "supplement":
            own = {row["item"]: row["state"] for row in papers if row["operator"] == school["operator"]}
            assert (own["2022-04"], own.get("2022-06")) == ("unfit", None)
