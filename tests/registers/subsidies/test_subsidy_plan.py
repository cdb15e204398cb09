"""A pool from the collection of data to the audit, and what stands in its way."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import NOW, step
from tests.registers.complaints import complains_about
from tests.registers.subsidies.pools import (
    BEGUN,
    POOL,
    calculated,
    claimed_pool,
    claims,
    do,
    formula,
    objection,
    people,
    plan,
    published,
    verified,
)
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change
from yunguan.registers.subsidies.running import current
from yunguan.registers.subsidies.subsidy_payment import SubsidyPayment

pytestmark = pytest.mark.django_db


def test_a_pool_goes_from_collection_to_audit() -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    do(pool, "report", clerk, date(2023, 3, 31), report_no="衡道运〔2023〕11号")
    do(pool, "approve", head, date(2023, 4, 10), approval_no="衡交〔2023〕20号")
    for payment in SubsidyPayment._base_manager.all():
        step(payment, "pay", clerk, date(2023, 4, 12), voucher_no="付001")
    do(pool, "finish", clerk, date(2023, 4, 14))
    done = do(pool, "audit", clerk, date(2023, 9, 1), auditor="某会计师事务所", audit_report_no="审〔2023〕5号")
    assert done.state == "audited"


@pytest.mark.parametrize(
    ("begun", "last"),
    [
        (date(2023, 3, 21), date(2023, 3, 30)),
        (date(2023, 4, 24), date(2023, 5, 6)),
        (date(2023, 9, 26), date(2023, 10, 11)),
    ],
)
def test_a_notice_runs_seven_working_days_over_holidays_and_make_up_days(begun: date, last: date) -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head, begun)
    assert pool.notice_to == last
    with pytest.raises(Refused, match="期满后才能报批"):
        do(pool, "report", clerk, last, report_no="1")
    assert do(pool, "report", clerk, last.replace(day=last.day + 1), report_no="1").state == "reporting"


def test_an_open_objection_holds_the_report_back() -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    objection(pool)
    with pytest.raises(Refused, match="还有 1 件异议没有处理"):
        do(pool, "report", clerk, date(2023, 4, 3), report_no="1")


def test_claims_are_not_closed_before_there_are_any() -> None:
    clerk, _ = people()
    pool = step(plan(), "open_claims", clerk, date(2023, 3, 2))
    with pytest.raises(Refused, match="还没有一辆车申报"):
        step(pool, "close_claims", clerk, date(2023, 3, 3))


def test_a_county_that_has_not_checked_holds_the_sum_back() -> None:
    clerk, _ = people()
    pool = step(claimed_pool(), "open_claims", clerk, date(2023, 3, 2))
    step(pool, "close_claims", clerk, date(2023, 3, 10))
    with pytest.raises(Refused, match="还有 3 辆车没有完成县级初审"):
        step(pool, "sum", clerk, date(2023, 3, 14))


def test_undecided_claims_hold_the_calculation_back() -> None:
    clerk, head = people()
    pool = verified(claimed_pool(), clerk, head)
    type(claims(pool)[0])._base_manager.filter(plate="湘D00001").update(state="first_checked")
    with pytest.raises(Refused, match="还有 1 辆车没有核查完毕"):
        step(pool, "calculate", clerk, date(2023, 3, 20), formula=formula())


def test_a_formula_of_another_kind_or_time_is_refused() -> None:
    clerk, head = people()
    pool = verified(claimed_pool(), clerk, head)
    with pytest.raises(Refused, match="不是这一种补贴的"):
        step(pool, "calculate", clerk, date(2023, 3, 20), formula=formula("公交", kind="bus_electric"))
    late = formula("晚", effective_from=date(2023, 1, 1))
    with pytest.raises(Refused, match="不在有效期内"):
        step(pool, "calculate", clerk, date(2023, 3, 20), formula=late)


def test_whoever_calculated_does_not_publish() -> None:
    clerk, head = people()
    pool = verified(claimed_pool(), clerk, head)
    step(pool, "calculate", head, date(2023, 3, 20), formula=formula())
    with pytest.raises(Refused, match="不能是同一人"):
        step(pool, "publish", head, date(2023, 3, 21))


def test_what_is_published_is_what_the_claims_come_to() -> None:
    clerk, head = people()
    pool = calculated(claimed_pool(), clerk, head)
    change(record=claims(pool)[0], values={"months": 3}, user=clerk, now=NOW)
    with pytest.raises(Refused, match="申报数据有变动，请先重新测算"):
        step(pool, "publish", head, date(2023, 3, 21))


def test_a_pool_that_was_divided_is_not_changed() -> None:
    clerk, head = people()
    pool = calculated(claimed_pool(), clerk, head)
    with pytest.raises(Refused, match="已测算的分配不能再修改"):
        change(record=pool, values={"amount": 5}, user=clerk, now=NOW)


def test_a_pool_is_finished_when_all_of_it_is_paid() -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    do(pool, "report", clerk, date(2023, 3, 31), report_no="1")
    do(pool, "approve", head, date(2023, 4, 10), approval_no="2")
    with pytest.raises(Refused, match="还有 1 笔没有拨付到账"):
        do(pool, "finish", clerk, date(2023, 4, 14))


def test_a_report_that_comes_back_is_calculated_again() -> None:
    clerk, head = people()
    pool = published(claimed_pool(), clerk, head)
    do(pool, "report", clerk, date(2023, 3, 31), report_no="1")
    back = do(pool, "send_back", clerk, date(2023, 4, 3), reason="市局要求复核")
    assert back.state == "recalculating"
    assert current(pool) is not None


def test_states_bring_their_dates_and_numbers() -> None:
    known = {"amount": POOL, "started_on": BEGUN}
    assert complains_about("subsidy_plan", state="collecting", **known) == []
    assert complains_about("subsidy_plan", state="collecting", started_on=BEGUN, amount=0) == ["amount"]
    assert complains_about("subsidy_plan", state="on_notice", **known) == ["formula", "notice_from", "notice_to"]
    notice = {"notice_from": date(2023, 3, 21), "notice_to": date(2023, 3, 20)}
    assert "notice_to" in complains_about("subsidy_plan", state="on_notice", **known, **notice)
