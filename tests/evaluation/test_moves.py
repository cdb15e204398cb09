"""Moves of the year cycle: each is refused to a role that may not make it, and from a state that it does not leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from tests.evaluation.cases import goal, monitoring, project, self_evaluation, survey
from tests.factories import account, step
from yunguan.core.workflow import Transition
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book

DAY = date(2024, 1, 31)


def a_goal() -> Any:
    return goal("YBSJ", project=project("YBSJ"))


MAKERS: dict[str, Callable[[], Any]] = {
    "performance_goal": a_goal,
    "performance_monitoring": monitoring,
    "self_evaluation": self_evaluation,
    "survey": survey,
}


def moves() -> Iterator[Any]:
    for register in MAKERS:
        for each in book(register).workflow.transitions:
            yield pytest.param(register, each, id=f"{register}-{each.code}")


def standing(register: str, state: str) -> Any:
    """A row of the book in a state."""
    record = MAKERS[register]()
    type(record)._base_manager.filter(pk=record.pk).update(state=state)
    record.refresh_from_db()
    return record


@pytest.mark.django_db
@pytest.mark.parametrize(("register", "move"), list(moves()))
def test_a_move_is_refused_to_a_role_that_may_not_make_it(register: str, move: Transition) -> None:
    record = standing(register, move.source[0])
    with pytest.raises(Refused, match=f"您的角色不能“{move.label}”"):
        step(record, move.code, account(Role.COUNTY, "county_430481"), DAY, "理由")


@pytest.mark.django_db
@pytest.mark.parametrize(("register", "move"), list(moves()))
def test_a_move_is_refused_from_a_state_that_it_does_not_leave(register: str, move: Transition) -> None:
    state = next(each for each in book(register).workflow.labels if each not in move.source)
    role = Role(min(move.roles))
    with pytest.raises(Refused, match=f"不能“{move.label}”，请刷新后查看最新状态"):
        step(
            standing(register, state),
            move.code,
            account(role, "centre" if role is Role.LEADER else "finance", "x"),
            DAY,
        )
