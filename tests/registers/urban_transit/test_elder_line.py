"""Lines fit for the old: enough measures, seen on the spot, one award a line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.complaints import complains_about
from tests.registers.urban_transit.lines import MARCH, clerk, head, line, made, step
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db
THREE: dict[str, Any] = {"priority_seats": True, "voice": True, "trained": True}


def application(of: Any, on: date = MARCH, **values: Any) -> Any:
    return made("elder_line", on=on, line=of, applied_on=on, **values)


def test_a_line_with_three_measures_is_declared_and_may_lose_it() -> None:
    boss = head()
    one = step(application(line(), **THREE), "verify", clerk(), MARCH, verifiers="甲明")
    step(one, "declare", boss, MARCH, doc_no="22号")
    assert step(one, "withdraw", boss, date(2023, 9, 1), reason="措施取消").ended_on == date(2023, 9, 1)


def test_two_measures_are_not_enough() -> None:
    one = step(application(line(), voice=True, trained=True), "verify", clerk(), MARCH, verifiers="甲明")
    with pytest.raises(Refused, match="至少落实 3 项措施，现有 2 项"):
        step(one, "declare", head(), MARCH, doc_no="22号")


def test_an_application_may_be_refused() -> None:
    one = step(application(line()), "verify", clerk(), MARCH, verifiers="甲明")
    assert step(one, "refuse", head(), MARCH, reason="措施不足").state == "refused"


def test_no_more_low_floor_buses_than_the_line_has() -> None:
    with pytest.raises(Refused, match="多于线路配车数"):
        application(line(), low_floor=11)


def test_an_award_brings_its_number() -> None:
    row: dict[str, Any] = {
        "applied_on": MARCH,
        "state": "declared",
        "line": line(),
        "verified_on": MARCH,
        "verifiers": "甲明",
    }
    assert complains_about("elder_line", **row) == ["declared_on", "doc_no"]
