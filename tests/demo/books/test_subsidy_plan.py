"""补贴资金分配台账 of the demonstration, with everything that hangs on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.books.taken import take_over, values
from yunguan.demo.centre import Centre
from yunguan.registers.subsidies.running import compare, runs_of, stale
from yunguan.registers.subsidies.subsidy_plan import SubsidyPlan


def test_one_pool_is_audited_and_one_has_only_begun(centre: Centre) -> None:
    states = {row["state"] for row in centre.rows("subsidy_plan")}
    assert states == {"audited", "approved", "reporting", "county_review"}


@pytest.mark.django_db
def test_all_workbooks_are_taken_and_the_figures_told(centre: Centre, tmp_path: Path) -> None:
    take_over(centre, tmp_path, "subsidy_share", "subsidy_payment", "subsidy_objection", "subsidy_coefficient")
    assert values("subsidy.pools", "subsidy.published", "subsidy.reported") == ["5", "4", "4"]
    assert values("subsidy.vehicles", "subsidy.objections", "subsidy.objections_upheld") == ["550", "6", "4"]
    assert values("subsidy.amount", "subsidy.mean", "subsidy.paid_rate")[0] == "1530.5"
    divided = [plan for plan in SubsidyPlan._base_manager.exclude(formula=None) if len(runs_of(plan)) > 1]
    assert [stale(plan) for plan in divided] == ["", ""]
    assert all(sum(each.change for each in compare(*runs_of(plan))) == 0 for plan in divided)
