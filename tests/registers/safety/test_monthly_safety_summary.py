"""Monthly summaries: counted from the checks, closing the month when reported."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, operator
from tests.registers.complaints import complains_about
from tests.registers.safety.scenes import MARCH, check, clerk, failed, head, list_in_force, made, step
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.services import change

pytestmark = pytest.mark.django_db
END = date(2023, 3, 31)
APRIL = date(2023, 4, 3)


@pytest.fixture
def people() -> tuple[User, User]:
    return clerk(), head()


def checked(people: tuple[User, User], *, finish: bool = True) -> tuple[Any, Any]:
    """One of two operators was checked; the month's summary is begun."""
    listed, items = list_in_force(people[1])
    one = check(listed, operator(1))
    operator(2)
    failed(one, items[0])
    if finish:
        step(one, "finish", people[0], MARCH)
    return one, made("monthly_safety_summary", month_on=END, sector="passenger")


def reported(people: tuple[User, User]) -> tuple[Any, Any]:
    one, summary = checked(people)
    step(summary, "compile", people[0], APRIL)
    return one, step(summary, "report", people[1], APRIL, doc_no="1号")


def test_a_summary_counts_the_operators_due_and_checked_and_what_was_found(people: tuple[User, User]) -> None:
    _, summary = checked(people)
    step(summary, "compile", people[0], APRIL)
    counts = (summary.operators_due, summary.operators_checked, summary.problems_found, summary.hazards_found)
    assert counts == (2, 1, 1, 0)  # the hazard is still a draft


def test_a_month_with_an_unfinished_check_is_not_summed_up(people: tuple[User, User]) -> None:
    _, summary = checked(people, finish=False)
    with pytest.raises(Refused, match="1 次排查没有完成"):
        step(summary, "compile", people[0], APRIL)


def test_a_month_is_summed_up_after_its_end(people: tuple[User, User]) -> None:
    summary = made("monthly_safety_summary", on=MARCH, month_on=END, sector="passenger")
    with pytest.raises(Refused, match="还没有结束"):
        step(summary, "compile", people[0], date(2023, 3, 30))


def test_reporting_closes_the_month_until_the_summary_is_taken_back(people: tuple[User, User]) -> None:
    one, summary = reported(people)
    with pytest.raises(Refused, match="已上报"):
        change(record=one, values={"remark": "补记"}, user=people[0], now=NOW)
    with pytest.raises(Refused, match="已上报"):
        check(one.template, operator(3), "PC3")
    with pytest.raises(Refused, match="已上报"):
        step(one, "reopen", people[1], APRIL, reason="补记")
    step(summary, "take_back", people[1], APRIL, reason="更正")
    change(record=one, values={"remark": "补记"}, user=people[0], now=NOW)
    assert one.remark == "补记"


def test_a_reported_summary_itself_is_closed(people: tuple[User, User]) -> None:
    _, summary = reported(people)
    with pytest.raises(Refused, match="先“退回更正”"):
        change(record=summary, values={"next_steps": "复查"}, user=people[0], now=NOW)


def test_what_changed_since_the_summing_up_is_summed_up_again(people: tuple[User, User]) -> None:
    one, summary = checked(people)
    step(summary, "compile", people[0], APRIL)
    late = check(one.template, operator(3), "PC3", items_passed=2, items_failed=0)
    step(late, "finish", people[0], MARCH)
    with pytest.raises(Refused, match="台账现为 2，汇总表为 1"):
        step(summary, "report", people[1], APRIL, doc_no="1号")
    step(step(summary, "redo", people[0], APRIL), "compile", people[0], APRIL)
    step(summary, "report", people[1], APRIL, doc_no="1号")
    assert summary.state == "reported"


def test_a_summary_is_owed_five_working_days_after_the_month_over_the_holiday() -> None:
    summary = made("monthly_safety_summary", on=date(2023, 10, 8), month_on=date(2023, 9, 30), sector="bus")
    assert summary.due_on == date(2023, 10, 11)  # the 7th and the 8th are worked


def test_a_month_ends_on_its_last_day_and_no_more_are_checked_than_due() -> None:
    row: dict[str, Any] = {
        "month_on": date(2023, 3, 30),
        "state": "drafting",
        "operators_due": 1,
        "operators_checked": 2,
    }
    assert complains_about("monthly_safety_summary", **row) == ["month_on", "operators_checked"]
