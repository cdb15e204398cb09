"""Figures of hair tests: tested of those who should be, a driver once a year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, identity, operator, step
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role, User
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
CUTOFF, DAY = date(2023, 3, 31), date(2023, 5, 10)


def campaign(number: str) -> Record:
    values: dict[str, Any] = {
        "campaign_no": number,
        "name": "检测",
        "doc_no": "通知",
        "reach": "urban",
        "cutoff_on": CUTOFF,
    }
    return create(book=book("hair_test_campaign"), values=values, user=None, on=START, now=NOW)


def listed(number: int, of: Record, owner: Record, trade: str = "taxi") -> Record:
    values: dict[str, Any] = {
        "campaign": of,
        "name": "阳光",
        "identity_number": identity(number),
        "trade": trade,
        "operator": owner,
    }
    return create(book=book("hair_test"), values=values, user=None, on=START, now=NOW)


def reported(record: Record, clerk: User, result: str) -> Record:
    sample: dict[str, Any] = {"bag_no": f"MF{record.pk}", "collector": "采样组"}
    report = {"laboratory": "鉴定中心", "report_no": str(record.pk), "result": result}
    return step(step(record, "sample", clerk, DAY, **sample), "report", clerk, DAY, **report)


def told(*names: str) -> list[object]:
    found = figures(question_of(Period.year(2023)), [f"drugs.{name}" for name in names])
    return [figure.value for figure in found.values()]


def test_who_left_is_not_asked_for_and_a_spoilt_sample_is_no_test() -> None:
    clerk, of, owner = account(Role.CLERK, "urban_transit"), campaign("1"), operator(1, sector="taxi")
    reported(listed(1, of, owner), clerk, "negative")
    reported(listed(2, of, owner), clerk, "positive")
    reported(listed(3, of, owner), clerk, "invalid")
    step(listed(4, of, owner), "miss", clerk, DAY, absent_reason="外出")
    step(listed(5, of, owner), "excuse", clerk, DAY, absent_reason="离岗")
    assert told("hair_test_rate.taxi", "hair_test_rate.bus", "listed", "tested", "missing", "positive") == [
        50,
        None,
        4,
        2,
        1,
        1,
    ]


def test_a_driver_of_two_campaigns_counts_once() -> None:
    clerk, owner = account(Role.CLERK, "urban_transit"), operator(1, sector="taxi")
    for number in ("1", "2"):
        reported(listed(1, campaign(number), owner), clerk, "negative")
    assert told("listed", "tested", "rate") == [1, 1, 100]
