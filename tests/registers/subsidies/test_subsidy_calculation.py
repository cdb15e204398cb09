"""Runs as rows: they add up and are not rewritten."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW
from tests.registers.complaints import complains_about
from tests.registers.subsidies.pools import calculated, claimed_pool, people
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change
from yunguan.registers.subsidies.running import current

RIGHT = {"run_no": 1, "pool": 100, "allocated": 100, "run_on": date(2023, 3, 20)}


def test_a_run_divides_the_whole_pool_and_nothing_more() -> None:
    assert complains_about("subsidy_calculation", **RIGHT, state="current") == []
    assert complains_about("subsidy_calculation", **RIGHT | {"allocated": 99}, state="current") == ["allocated"]
    assert complains_about("subsidy_calculation", **RIGHT | {"run_no": 0}, state="current") == ["run_no"]
    assert complains_about("subsidy_calculation", **RIGHT, state="superseded") == ["superseded_on"]


@pytest.mark.django_db
def test_a_run_is_not_rewritten() -> None:
    clerk, head = people()
    run = current(calculated(claimed_pool(), clerk, head))
    assert run is not None
    with pytest.raises(Refused, match="请重新测算"):
        change(record=run, values={"remark": "改"}, user=head, now=NOW)
