"""Runs: divided to the fen, kept, compared, settled."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW, step
from tests.registers.subsidies.pools import (
    POOL,
    calculated,
    claimed_pool,
    claims,
    do,
    formula,
    objection,
    people,
    published,
    verified,
)
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change
from yunguan.registers.subsidies.running import calculate, compare, current, runs_of, shares_of, stale
from yunguan.registers.subsidies.subsidy_payment import SubsidyPayment

pytestmark = pytest.mark.django_db


def test_a_pool_is_divided_to_the_fen() -> None:
    clerk, head = people()
    run = current(calculated(claimed_pool((12, 12, 6)), clerk, head))
    assert run is not None
    assert [share.amount for share in shares_of(run)] == [400_001, 400_000, 200_000]
    assert (run.allocated, run.vehicles, run.recipients) == (POOL, 3, 1)


def test_a_vehicle_without_weight_gets_nothing_and_is_kept() -> None:
    clerk, head = people()
    run = current(calculated(claimed_pool((12, 0)), clerk, head))
    assert run is not None
    assert [share.amount for share in shares_of(run)] == [POOL, 0]
    assert run.vehicles == 1


def test_a_run_is_kept_when_the_next_takes_its_place() -> None:
    clerk, head = people()
    pool = calculated(claimed_pool((12, 12)), clerk, head)
    change(record=claims(pool)[1], values={"months": 6}, user=clerk, now=NOW)
    assert "请先重新测算" in stale(pool)
    calculate(plan=pool, user=clerk, on=date(2023, 3, 22), now=NOW, reason="月数更正")
    assert [(run.run_no, run.state) for run in runs_of(pool)] == [(1, "superseded"), (2, "current")]
    assert stale(pool) == ""


def test_two_runs_are_compared_vehicle_by_vehicle() -> None:
    clerk, head = people()
    pool = calculated(claimed_pool((12, 12, 12)), clerk, head)
    do(claims(pool)[2], "exclude", clerk, date(2023, 3, 21), excluded_reason="年内停运")
    calculate(plan=pool, user=clerk, on=date(2023, 3, 22), now=NOW, reason="剔除一辆")
    found = compare(*runs_of(pool))
    assert [(each.claim.plate, each.before, each.after) for each in found] == [
        ("湘D00003", 333_333, None),
        ("湘D00001", 333_334, 500_001),
        ("湘D00002", 333_334, 500_000),
    ]
    assert sum(each.change for each in found) == 0


def test_an_accepted_objection_leads_to_a_new_run_and_a_new_notice() -> None:
    clerk, head = people()
    pool = published(claimed_pool((12, 6)), clerk, head)
    said = objection(pool)
    do(said, "accept", head, date(2023, 3, 27), decision="应为 12 个月")
    change(record=claims(pool)[1], values={"months": 12}, user=clerk, now=NOW)
    with pytest.raises(Refused, match="还有 1 件成立的异议没有重算"):
        do(pool, "publish", head, date(2023, 3, 28))
    calculate(plan=pool, user=clerk, on=date(2023, 3, 28), now=NOW, reason="异议成立")
    assert do(pool, "publish", head, date(2023, 3, 29)).notice_to == date(2023, 4, 10)
    said.refresh_from_db()
    assert said.state == "recalculated"


def test_a_pool_that_is_on_notice_is_not_calculated() -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    with pytest.raises(Refused, match="现为“公示”，不能测算"):
        calculate(plan=pool, user=clerk, on=date(2023, 3, 22), now=NOW, reason="再算")


def test_vehicles_that_cannot_be_weighed_are_named() -> None:
    clerk, head = people()
    pool = verified(claimed_pool(), clerk, head)
    by_seats = formula("按座位", measured_by="seats")
    with pytest.raises(Refused, match="有 3 辆车不能测算（湘D00001：核定载客没有填写"):
        step(pool, "calculate", clerk, date(2023, 3, 20), formula=by_seats)


def test_money_that_nobody_has_a_weight_for_is_not_divided() -> None:
    clerk, head = people()
    pool = verified(claimed_pool((0, 0)), clerk, head)
    with pytest.raises(Refused, match="没有一辆认定的车辆有权重"):
        step(pool, "calculate", clerk, date(2023, 3, 20), formula=formula())


def test_payments_come_to_the_pool() -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    do(pool, "report", clerk, date(2023, 3, 31), report_no="1")
    do(pool, "approve", head, date(2023, 4, 10), approval_no="2")
    assert [(each.vehicles, each.amount) for each in SubsidyPayment._base_manager.all()] == [(3, POOL)]
