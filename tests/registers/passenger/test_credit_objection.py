"""Objections: heard during the notice, answered in time, and what they do to the rating."""

from __future__ import annotations

from datetime import date

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.passenger.credit_world import NOTICE, noticed, objection, people, reviewed, scheme
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused

LODGED, ANSWERED = date(2023, 5, 18), date(2023, 5, 24)


@pytest.fixture
def table(db: None) -> None:
    people()
    scheme()


def test_a_decided_objection_has_its_answer() -> None:
    row = {"objector": "业户", "content": "异议", "objection_no": "1", "lodged_on": LODGED, "state": "upheld"}
    assert complains_about("credit_objection", **row) == ["decided_on", "answer"]


@pytest.mark.usefixtures("table")
def test_an_objection_stops_the_notice_and_one_that_fails_lets_it_run_on() -> None:
    found = noticed()
    one = step(objection(found), "lodge", people()["operator"], LODGED)
    found.refresh_from_db()
    assert (found.state, one.objection_no) == ("objected", "信评异议〔2023〕001号")  # type: ignore[attr-defined]
    step(one, "reject", people()["head"], ANSWERED, answer="经核查扣分有据")
    found.refresh_from_db()
    # six working days were left on 18 May; counted from 24 May
    assert (found.state, found.notice_to, found.noticed_on) == ("noticed", date(2023, 6, 1), NOTICE)


@pytest.mark.usefixtures("table")
def test_an_objection_that_holds_leads_back_to_the_review() -> None:
    found = noticed()
    one = step(objection(found), "lodge", people()["operator"], LODGED)
    step(one, "examine", people()["clerk"], date(2023, 5, 19))
    step(one, "uphold", people()["head"], ANSWERED, answer="投诉已整改，恢复得分")
    found.refresh_from_db()
    assert (found.state, found.due_on) == ("county_reviewed", date(2023, 5, 31))


@pytest.mark.usefixtures("table")
def test_the_notice_waits_for_the_last_objection() -> None:
    found = noticed()
    first = step(objection(found), "lodge", people()["operator"], LODGED)
    second = objection(found, objector="职工")
    step(second, "lodge", people()["county"], LODGED)
    step(first, "reject", people()["head"], ANSWERED, answer="不成立")
    found.refresh_from_db()
    assert found.state == "objected"
    step(second, "withdraw", people()["county"], ANSWERED, "已说明")
    found.refresh_from_db()
    assert found.state == "noticed"


@pytest.mark.usefixtures("table")
def test_nothing_is_heard_before_or_after_the_notice() -> None:
    with pytest.raises(Refused, match="公示期内才能提出异议"):
        step(objection(reviewed()), "lodge", people()["operator"], LODGED)


@pytest.mark.usefixtures("table")
def test_an_objection_after_the_last_day_is_too_late() -> None:
    with pytest.raises(Refused, match="不再受理异议"):
        step(objection(noticed()), "lodge", people()["operator"], date(2023, 5, 29))


@pytest.mark.usefixtures("table")
def test_who_took_an_objection_in_does_not_decide_it() -> None:
    one = step(objection(noticed()), "lodge", people()["head"], LODGED)
    with pytest.raises(Refused, match="不能是同一人"):
        step(one, "reject", people()["head"], ANSWERED, answer="不成立")
    other = account(Role.HEAD, "passenger", "另一负责人")
    step(one, "reject", other, ANSWERED, answer="不成立")


@pytest.mark.usefixtures("table")
def test_an_answer_is_due_in_working_days() -> None:
    one = step(objection(noticed()), "lodge", people()["operator"], LODGED)
    assert one.due_on == date(2023, 6, 1)
