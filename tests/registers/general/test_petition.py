"""Petitions: the limits of 信访工作条例 on every path."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import petition
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.clock import run_clock

DAY = date(2023, 4, 28)
OPINION = {"opinion_no": "衡道运信访〔2023〕1号", "result": "supported", "ground": "劳动合同法"}


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "general")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "general")


def accepted(clerk: User, **values: Any) -> Any:
    return step(petition(**values), "accept", clerk, DAY, kept_by="stations", handler="承办员")


def delivered(clerk: User, head: User) -> Any:
    return step(
        step(accepted(clerk), "decide", head, date(2023, 5, 10), **OPINION), "deliver", clerk, date(2023, 5, 11)
    )


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "registered"}, []),
        ({"state": "accepted"}, ["accepted_on"]),
        ({"state": "decided", "accepted_on": DAY}, ["opinion_no", "result", "ground", "decided_on"]),
        ({"state": "forwarded"}, ["forwarded_to", "forwarded_on"]),
        ({"state": "registered", "people": 0}, ["people"]),
    ],
)
def test_a_state_brings_its_papers(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("petition", received_on=DAY, **row) == expected


@pytest.mark.django_db
def test_the_limits_run_in_calendar_days_and_end_on_a_working_day(clerk: User) -> None:
    assert petition(2).due_on == date(2023, 5, 11)
    assert accepted(clerk).due_on == date(2023, 6, 27)
    assert petition(3, received_on=date(2023, 9, 20)).due_on == date(2023, 10, 7)  # over 国庆节, a make-up Saturday


@pytest.mark.django_db
def test_a_head_extends_by_thirty_days_at_most(clerk: User, head: User) -> None:
    record = step(accepted(clerk), "ask_extension", clerk, date(2023, 6, 20), "案情复杂")
    with pytest.raises(Refused, match="1 至 30 日"):
        step(record, "extend", head, date(2023, 6, 21), extended_days=31)
    assert step(record, "extend", head, date(2023, 6, 21), extended_days=30).due_on == date(2023, 7, 27)


@pytest.mark.django_db
def test_no_extension_after_the_limit_and_a_refused_one_goes_back(clerk: User, head: User) -> None:
    with pytest.raises(Refused, match="已过"):
        step(accepted(clerk), "ask_extension", clerk, date(2023, 7, 1), "案情复杂")
    record = step(accepted(clerk, number=2), "ask_extension", clerk, date(2023, 6, 20), "案情复杂")
    assert step(record, "refuse_extension", head, date(2023, 6, 21), "理由不足").state == "accepted"


@pytest.mark.django_db
def test_a_matter_forwarded_to_us_in_error_is_sent_back_within_five_working_days(head: User) -> None:
    with pytest.raises(Refused, match="2023-05-06"):
        step(petition(), "object", head, date(2023, 5, 8), "不属职责")
    assert step(petition(2), "object", head, date(2023, 5, 6), "不属职责").state == "objected"
    with pytest.raises(Refused, match="不予受理告知"):
        step(petition(3, received_from="direct"), "object", head, DAY, "不属职责")


@pytest.mark.django_db
def test_what_is_not_taken_is_told_or_forwarded(clerk: User, head: User) -> None:
    assert step(petition(), "refuse", head, DAY, "应通过诉讼解决").state == "refused"
    assert step(petition(2), "forward", clerk, DAY, forwarded_to="市人社局").state == "forwarded"


@pytest.mark.django_db
def test_an_opinion_has_number_result_and_ground(clerk: User, head: User) -> None:
    with pytest.raises(Refused, match="法律依据"):
        step(accepted(clerk, number=2), "decide", head, date(2023, 5, 10), **(OPINION | {"ground": ""}))
    record = delivered(clerk, head)
    assert (record.on_time, record.due_on) == (True, date(2023, 6, 12))
    assert step(record, "settle", clerk, date(2023, 5, 20), satisfied=False).state == "settled"


@pytest.mark.django_db
def test_silence_after_the_opinion_settles_the_matter(clerk: User, head: User) -> None:
    record = delivered(clerk, head)
    run_clock(on=date(2023, 6, 13), now=datetime(2024, 2, 1, tzinfo=UTC))
    record.refresh_from_db()
    assert record.state == "settled"


@pytest.mark.django_db
def test_a_review_and_a_second_one_end_the_matter(clerk: User, head: User) -> None:
    record = step(delivered(clerk, head), "review", clerk, date(2023, 5, 20))
    assert record.due_on == date(2023, 6, 19)
    step(record, "answer_review", head, date(2023, 6, 10), review_result="维持")
    step(record, "re_review", clerk, date(2023, 6, 20))
    step(record, "hear", head, date(2023, 7, 1))
    step(record, "resume", head, date(2023, 7, 11))
    assert record.due_on == date(2023, 7, 31)  # ten days of hearing, then a Sunday
    assert step(record, "end", head, date(2023, 7, 20), review_result="维持").state == "ended"


@pytest.mark.django_db
def test_silence_after_the_review_ends_the_matter(clerk: User, head: User) -> None:
    record = step(delivered(clerk, head), "review", clerk, date(2023, 5, 20))
    step(record, "answer_review", head, date(2023, 6, 10), review_result="维持")
    run_clock(on=date(2023, 8, 1), now=datetime(2024, 2, 1, tzinfo=UTC))
    record.refresh_from_db()
    assert record.state == "ended"
