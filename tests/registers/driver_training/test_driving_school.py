"""Filing of schools: papers checked against the list, one telling of what is missing, change, pause and end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.driver_training.schools import SECTION, company, items, made, school
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.record import Record

MONDAY = date(2023, 3, 6)
FILED = {"state": "filed", "filing_no": "备1", "filed_on": date(2023, 3, 8)}


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, SECTION)


@pytest.fixture
def head(db: None) -> User:
    return account(Role.HEAD, SECTION)


def papers(owner: Record, clerk: User, *names: str, on: date = MONDAY) -> list[Record]:
    """Every paper of the list, handed in and found fit."""
    found = [made("school_filing_paper", operator=owner, item=item, received_on=on) for item in items(*names)]
    return [step(paper, "find_fit", clerk, on) for paper in found]


def filed(clerk: User, head: User, **values: Any) -> Record:
    owner = company(1)
    papers(owner, clerk, "营业执照")
    record = step(school(owner, **values), "submit", clerk, MONDAY)
    return step(record, "file", head, date(2023, 3, 8))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "draft", "kind": "commercial"}, []),
        ({"state": "draft"}, ["grade"]),
        ({"state": "draft", "kind": "commercial", "classes": "C1、小车"}, ["classes"]),
        ({"state": "submitted", "grade": "2"}, ["submitted_on"]),
        ({"state": "supplement", "grade": "2", "submitted_on": MONDAY}, ["supplement_asked_on", "missing_items"]),
        ({"state": "filed", "grade": "2"}, ["filing_no", "filed_on"]),
        ({"grade": "2", "submitted_on": date(2023, 3, 9), **FILED}, ["filed_on"]),
        ({"grade": "2", **FILED, "state": "changing"}, ["change_asked_on", "change_items"]),
        ({"grade": "2", **FILED, "state": "suspended"}, ["suspended_on"]),
        ({"grade": "2", **FILED, "state": "ended"}, ["end_notified_on", "ended_on"]),
    ],
)
def test_a_state_brings_its_dates_and_numbers(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("driving_school", **({"kind": "school", "classes": "C1"} | row)) == expected


def test_a_complete_filing_gets_a_number_and_keeps_the_day_of_its_first_filing(clerk: User, head: User) -> None:
    record: Any = filed(clerk, head, classes="C1、B2")
    assert (record.filing_no, record.heavy_vehicle) == ("衡道运驾备〔2023〕0001号", True)
    with pytest.raises(Refused, match="变更事项"):
        step(record, "ask_change", clerk, date(2023, 6, 1))
    step(record, "ask_change", clerk, date(2023, 6, 1), change_items="地址变更")
    assert record.due_on == date(2023, 6, 8)
    step(record, "confirm_change", head, date(2023, 6, 5))
    assert (record.filed_on, record.changed_on) == (date(2023, 3, 8), date(2023, 6, 5))
    step(record, "ask_change", clerk, date(2023, 7, 3), change_items="增加车型")
    step(record, "refuse_change", head, date(2023, 7, 4), "车辆不足")
    step(record, "suspend", clerk, date(2023, 8, 1), "场地改造")
    assert step(record, "resume", clerk, date(2023, 9, 1)).state == "filed"
    assert record.filed_on == date(2023, 3, 8)


def test_what_is_missing_is_told_once_in_one_list(clerk: User, head: User) -> None:
    owner = company(1)
    first, second, _ = items("营业执照", "场地使用证明", "教学车辆清单")
    paper = made("school_filing_paper", operator=owner, item=first, received_on=MONDAY)
    step(paper, "find_unfit", clerk, MONDAY, remark="已过期")
    made("school_filing_paper", operator=owner, item=second, received_on=MONDAY)
    record: Any = step(school(owner), "submit", clerk, MONDAY)
    with pytest.raises(Refused, match=r"已过期.*尚未核对.*未提交"):
        step(record, "file", head, MONDAY)
    step(record, "ask_supplement", clerk, date(2023, 3, 7))
    assert record.missing_items == "营业执照（已过期）；场地使用证明（尚未核对）；教学车辆清单（未提交）。"
    step(record, "resubmit", clerk, date(2023, 3, 14))
    with pytest.raises(Refused, match="已于 2023-03-07 一次性告知"):
        step(record, "ask_supplement", clerk, date(2023, 3, 14))
    assert step(record, "decline", head, date(2023, 3, 15), "仍不符合").state == "declined"
    step(record, "apply_again", clerk, date(2023, 5, 4))
    assert (record.supplement_asked_on, record.submitted_on) == (None, date(2023, 5, 4))


def test_nothing_is_asked_for_where_everything_is_there(clerk: User) -> None:
    owner = company(1)
    papers(owner, clerk, "营业执照")
    record = step(school(owner), "submit", clerk, MONDAY)
    with pytest.raises(Refused, match="没有需要补正的内容"):
        step(record, "ask_supplement", clerk, MONDAY)


def test_a_paper_that_is_asked_for_no_longer_is_not_missed(clerk: User, head: User) -> None:
    made(
        "school_filing_item",
        item_no="09",
        name="旧表",
        order=9,
        doc_no="旧规定",
        effective_from=date(2016, 1, 1),
        effective_to=date(2022, 10, 31),
    )
    assert filed(clerk, head).state == "filed"


def test_who_submits_does_not_file(head: User, clerk: User) -> None:
    owner = company(1)
    papers(owner, clerk, "营业执照")
    record = step(school(owner), "submit", head, MONDAY)
    with pytest.raises(Refused, match="不能是同一人"):
        step(record, "file", head, MONDAY)
    step(record, "check", clerk, MONDAY)
    assert step(record, "file", head, MONDAY).state == "filed"


def test_the_clock_of_the_check_runs_over_a_holiday_and_stands_still_while_papers_are_missing(clerk: User) -> None:
    record = step(school(company(1)), "submit", clerk, date(2023, 9, 27))
    assert record.due_on == date(2023, 10, 10)
    items("营业执照")
    step(record, "ask_supplement", clerk, date(2023, 9, 28))
    assert record.due_on == date(2023, 11, 1)
    step(record, "resubmit", clerk, date(2023, 10, 16))
    assert record.due_on == date(2023, 10, 20)


def test_too_small_a_fleet_is_remarked(clerk: User, head: User) -> None:
    from yunguan.registers.selectors import moves_of  # noqa: PLC0415 - used here only

    record = filed(clerk, head, fleet=12)
    assert "应不少于 20 台，申报 12 台" in moves_of(record).get(transition="file").reason


def test_a_school_ends_a_month_after_telling_and_with_its_learners_settled(clerk: User, head: User) -> None:
    record: Any = filed(clerk, head)
    told = date(2023, 6, 1)
    with pytest.raises(Refused, match="最早可于 2023-07-01"):
        step(record, "end", head, date(2023, 6, 20), end_notified_on=told, learners_settled=True)
    with pytest.raises(Refused, match="妥善安置"):
        step(record, "end", head, date(2023, 7, 3), end_notified_on=told, learners_settled=False)
    step(record, "end", head, date(2023, 7, 3), end_notified_on=told, learners_settled=True)
    assert (record.state, record.ended_on) == ("ended", date(2023, 7, 3))
    step(record, "apply_again", clerk, date(2023, 9, 1))
    assert (record.filing_no, record.filed_on, record.learners_settled) == (None, None, None)
