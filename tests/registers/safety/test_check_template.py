"""Checklists: with items, one at a time in force."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import START
from tests.registers.complaints import complains_about
from tests.registers.safety.scenes import head, item, list_in_force, step, template
from yunguan.office.workflow.runtime import Refused

pytestmark = pytest.mark.django_db


def test_a_list_without_items_does_not_come_into_force() -> None:
    with pytest.raises(Refused, match="还没有排查项目"):
        step(template(), "enforce", head(), START)


def test_the_next_version_waits_until_the_present_one_has_ended() -> None:
    boss = head()
    old, _ = list_in_force(boss)
    new = template("WQ-2", effective_from=date(2023, 7, 1))
    item(new, 0)
    with pytest.raises(Refused, match="先停用旧版"):
        step(new, "enforce", boss, date(2023, 7, 1))
    step(old, "retire", boss, date(2023, 6, 30), reason="换版")
    step(new, "enforce", boss, date(2023, 7, 1))
    assert (old.effective_to, new.state) == (date(2023, 6, 30), "in_force")


def test_a_list_is_not_enforced_before_its_day() -> None:
    new = template(effective_from=date(2023, 7, 1))
    item(new, 0)
    with pytest.raises(Refused, match="施行日期"):
        step(new, "enforce", head(), date(2023, 6, 1))


def test_a_retired_list_says_until_when_it_held() -> None:
    row: dict[str, Any] = {"effective_from": START, "state": "retired", "enforced_on": START}
    assert complains_about("check_template", **row) == ["effective_to"]
