"""Receipts of warnings: acknowledged after they were sent."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import operator
from tests.registers.complaints import complains_about
from tests.registers.safety.scenes import clerk, step
from tests.registers.safety.test_warning_relay import DAY, warning
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

pytestmark = pytest.mark.django_db


def receipt(someone: User) -> Any:
    operator(1, key_carrier=True)
    step(warning(), "forward", someone, DAY, forwarded_at="08:00", channel="短信")
    return book("warning_receipt").model._base_manager.get()


def test_an_acknowledgement_says_after_how_many_minutes_it_came() -> None:
    someone = clerk()
    one = step(receipt(someone), "acknowledge", someone, DAY, acknowledged_at="08:25")
    assert (one.state, one.answer_minutes) == ("acknowledged", 25)


@pytest.mark.parametrize(("at", "words"), [("07:50", "早于发送时间"), ("", "签收时间"), ("八点", "写作 16:05")])
def test_an_acknowledgement_has_its_time_and_comes_after_the_sending(at: str, words: str) -> None:
    someone = clerk()
    with pytest.raises(Refused, match=words):
        step(receipt(someone), "acknowledge", someone, DAY, acknowledged_at=at)


def test_who_cannot_be_reached_is_noted() -> None:
    someone = clerk()
    one = step(receipt(someone), "give_up", someone, DAY, reason="电话停机")
    assert (one.state, one.closed_on) == ("unreached", DAY)


def test_what_an_imported_row_lacks_is_told() -> None:
    row: dict[str, Any] = {"sent_on": DAY, "sent_at": "08:00", "state": "acknowledged"}
    assert complains_about("warning_receipt", **row) == ["acknowledged_on", "acknowledged_at"]
