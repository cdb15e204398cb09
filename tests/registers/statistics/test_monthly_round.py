"""A month's task: issued when the month is over, audited in one batch, sent up when nothing waits."""

from __future__ import annotations

from datetime import date

import pytest

from tests.registers.statistics.surveys import FILED, MAY, do, filed, listed, made, owed, people, task, version
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_a_month_is_issued_filed_audited_passed_and_sent_up() -> None:
    clerk, head = people()
    listed()
    month = task(version(), clerk)
    do(filed(month), "pass", clerk, FILED)
    do(month, "audit", clerk, FILED)
    assert do(month, "report", head, date(2023, 6, 12)).state == "reported"
    assert owed(month).state == "reported"


def test_a_month_that_is_not_over_is_not_issued() -> None:
    clerk, _ = people()
    planned = made("monthly_round", form_version=version(), month_end=MAY, planned_on=date(2023, 5, 4))
    with pytest.raises(Refused, match="统计月份还没有结束"):
        do(planned, "issue", clerk, MAY)


def test_what_is_still_under_audit_holds_the_report_back() -> None:
    clerk, head = people()
    listed()
    month = task(version(), clerk)
    filed(month)
    do(month, "audit", clerk, FILED)
    with pytest.raises(Refused, match="还有 1 家的报表没有审核通过"):
        do(month, "report", head, date(2023, 6, 12))


def test_who_has_not_filed_is_left_out_and_told() -> None:
    clerk, head = people()
    listed()
    month = do(task(version(), clerk), "audit", clerk, date(2023, 6, 12))
    assert do(month, "report", head, date(2023, 6, 13)).state == "reported"
    assert owed(month).state == "owed"


def test_only_units_that_were_listed_at_the_months_end_owe_a_return() -> None:
    clerk, head = people()
    listed(1)
    gone, late = listed(2), listed(3, on=date(2023, 6, 1))
    do(gone, "ask_leave", clerk, date(2023, 5, 8), reason="停业", evidence="注销通知")
    do(gone, "leave", head, date(2023, 5, 9))
    month = task(version(), clerk)
    from yunguan.registers.statistics.monthly_round import returns_of  # noqa: PLC0415 - the function under test

    assert [each.unit.unit_no for each in returns_of(month)] == ["客001"]
    assert late.state == "listed"


@pytest.mark.parametrize(("month", "words"), [(date(2023, 5, 30), "最后一天"), (date(2021, 12, 31), "没有启用")])
def test_a_month_that_cannot_be_is_refused(month: date, words: str) -> None:
    with pytest.raises(Refused, match=words):
        made("monthly_round", form_version=version(), month_end=month, planned_on=month)
