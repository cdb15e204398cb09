"""Risks: assessed, met with measures, watched, removed; what is high is reported first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import account, step
from tests.registers.complaints import complains_about
from tests.registers.general.cases import made
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

FOUND = date(2023, 9, 27)
JUDGED: dict[str, Any] = {"level": "high", "assessment": "涉及人数多。"}
MEASURES: dict[str, Any] = {"measures": "约谈并公示。", "responsible": "承办员"}


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "general")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "general")


def risk(number: int = 1) -> Any:
    values = {
        "risk_no": f"W{number}",
        "found_on": FOUND,
        "kind": "rights",
        "subject": "经营权到期",
        "description": "询问增多。",
    }
    return made("stability_risk", on=FOUND, **values)


def met(clerk: User, head: User) -> Any:
    record = step(risk(), "assess", clerk, date(2023, 9, 28), **JUDGED)
    return step(record, "meet", head, date(2023, 10, 7), reported_on=date(2023, 9, 28), **MEASURES)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"state": "found"}, []),
        ({"state": "assessed"}, ["level", "assessment", "assessed_on"]),
        ({"state": "removed", "assessed_on": FOUND, **JUDGED, **MEASURES}, ["outcome", "removed_on"]),
        ({"state": "found", "assessed_on": date(2023, 9, 1)}, ["assessed_on"]),
    ],
)
def test_a_state_brings_its_columns(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("stability_risk", found_on=FOUND, **row) == expected


@pytest.mark.django_db
def test_the_limits_run_over_the_holiday(clerk: User) -> None:
    record = risk()
    assert record.due_on == date(2023, 10, 8)  # 28 September, then the make-up days 7 and 8 October
    assert step(record, "assess", clerk, date(2023, 9, 28), **JUDGED).due_on == date(2023, 10, 11)


@pytest.mark.django_db
def test_a_high_risk_is_reported_before_measures_are_fixed(clerk: User, head: User) -> None:
    record = step(risk(), "assess", clerk, date(2023, 9, 28), **JUDGED)
    with pytest.raises(Refused, match="先向市交通运输局报告"):
        step(record, "meet", head, date(2023, 10, 7), **MEASURES)
    with pytest.raises(Refused, match="化解措施"):
        step(record, "meet", head, date(2023, 10, 7), reported_on=date(2023, 9, 28), responsible="承办员")


@pytest.mark.django_db
def test_a_risk_is_watched_and_removed_by_another(clerk: User, head: User) -> None:
    record = step(met(clerk, head), "watch", clerk, date(2023, 10, 20), situation="平稳")
    step(record, "follow_up", clerk, date(2023, 10, 25), situation="继续解释")
    step(record, "watch", head, date(2023, 11, 1), situation="平稳")
    with pytest.raises(Refused, match="不能是同一人"):
        step(record, "remove", head, date(2023, 11, 2), outcome="已解决")
    step(record, "follow_up", clerk, date(2023, 11, 3), situation="平稳")
    step(record, "watch", clerk, date(2023, 11, 4), situation="平稳")
    assert step(record, "remove", head, date(2023, 11, 6), outcome="已解决").state == "removed"


@pytest.mark.django_db
def test_a_risk_that_grows_is_assessed_anew_and_what_is_none_is_dismissed(clerk: User, head: User) -> None:
    worse = step(met(clerk, head), "worsen", clerk, date(2023, 10, 9), "人数增加", **JUDGED)
    assert worse.state == "assessed"
    assert step(risk(2), "dismiss", head, date(2023, 9, 28), "属正常咨询").state == "dismissed"
