"""Warnings: relayed within minutes, to whom they concern."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import operator
from tests.registers.complaints import complains_about
from tests.registers.safety.scenes import clerk, made, step
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

pytestmark = pytest.mark.django_db
DAY = date(2023, 6, 24)
ROW: dict[str, Any] = {
    "issued_on": DAY,
    "issued_at": "07:40",
    "received_on": DAY,
    "received_at": "07:45",
    "level": "red",
}


def warning(**values: Any) -> Any:
    known: dict[str, Any] = {
        "warning_no": "YJ1",
        "origin": "weather",
        "kind": "rain",
        "text": "大暴雨",
        "audience": "key_carriers",
    }
    return made("warning_relay", on=DAY, **(ROW | known | values))


@pytest.mark.parametrize(("at", "minutes", "in_time"), [("08:15", 30, True), ("08:16", 31, False)])
def test_a_red_warning_goes_on_within_half_an_hour(at: str, minutes: int, in_time: bool) -> None:  # noqa: FBT001
    one = step(warning(), "forward", clerk(), DAY, forwarded_at=at, channel="短信")
    assert (one.state, one.relay_minutes, one.in_time) == ("forwarded", minutes, in_time)


def test_each_operator_that_is_told_has_a_line_of_its_own() -> None:
    key = operator(1, key_carrier=True)
    operator(2)
    operator(3, area="430481", key_carrier=True)
    one = step(warning(), "forward", clerk(), DAY, forwarded_at="08:00", channel="短信")
    (receipt,) = book("warning_receipt").model._base_manager.all()
    assert (receipt.operator, receipt.warning, receipt.state, receipt.sent_at) == (key, one, "sent", "08:00")  # type: ignore[attr-defined]


@pytest.mark.parametrize(("audience", "count"), [("key_carriers", 1), ("carrying", 2), ("all", 3)])
def test_a_warning_goes_to_whom_it_concerns(audience: str, count: int) -> None:
    operator(1, key_carrier=True)
    operator(2)
    operator(3, sector="maintenance")
    step(warning(audience=audience), "forward", clerk(), DAY, forwarded_at="08:00", channel="短信")
    assert book("warning_receipt").model._base_manager.count() == count


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"channel": "短信"}, "转发时间"),
        ({"forwarded_at": "08:00"}, "转发渠道"),
        ({"forwarded_at": "7点", "channel": "短信"}, "写作 16:05"),
        ({"forwarded_at": "07:30", "channel": "短信"}, "早于收到时间"),
    ],
)
def test_when_and_how_it_went_on_is_said(given: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        step(warning(), "forward", clerk(), DAY, **given)


def test_a_warning_is_lifted_or_was_not_to_be_relayed() -> None:
    someone = clerk()
    one = step(warning(), "forward", someone, DAY, forwarded_at="08:00", channel="短信")
    assert step(one, "lift", someone, DAY).state == "lifted"
    assert step(warning(warning_no="YJ2"), "drop", someone, DAY, reason="与本行业无关").state == "not_relayed"


def test_what_an_imported_row_lacks_is_told() -> None:
    assert complains_about("warning_relay", **ROW, state="forwarded") == ["forwarded_on", "forwarded_at", "channel"]
    assert complains_about("warning_relay", **(ROW | {"issued_at": "早上"}), state="received") == ["issued_at"]
