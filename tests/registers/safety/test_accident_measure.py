"""Measures after an accident: carried out by a day, seen to be so."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.registers.safety.scenes import clerk, head, made, step
from tests.registers.safety.test_accident import accident, measure
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_a_measure_is_due_on_its_day_and_comes_back_when_not_done() -> None:
    someone, one = clerk(), measure(accident())
    assert one.due_on == date(2023, 8, 31)
    step(one, "finish", someone, date(2023, 9, 1), evidence="照片")
    assert (one.on_time, one.due_on) == (False, None)
    step(one, "send_back", someone, date(2023, 9, 2), reason="照片不清")
    assert (one.state, one.on_time, one.due_on, one.done_on) == ("open", None, date(2023, 8, 31), None)


def test_a_measure_is_not_done_without_evidence() -> None:
    with pytest.raises(Refused, match="落实佐证"):
        step(measure(accident()), "finish", clerk(), date(2023, 8, 20))


def test_who_carried_it_out_does_not_verify_it() -> None:
    boss = head()
    one = step(measure(accident()), "finish", boss, date(2023, 8, 20), evidence="照片")
    with pytest.raises(Refused, match="不能是同一人"):
        step(one, "verify", boss, date(2023, 8, 21))


def test_a_measure_is_asked_for_after_the_accident() -> None:
    values: dict[str, Any] = {"number": 2, "content": "整改", "responsible": "企业", "ordered_on": date(2023, 6, 1)}
    with pytest.raises(Refused, match="早于事故发生日期"):
        made("accident_measure", accident=accident(), complete_by=date(2023, 8, 1), **values)
