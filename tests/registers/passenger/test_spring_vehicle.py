"""Emergency coaches of the spring rush: on the list, called out, back again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import START, account, operator, step
from tests.registers.passenger.spring_world import made, season
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

LISTED = date(2022, 12, 28)


def listed(**values: Any) -> Any:
    owner = operator(1)
    coach = {"plate": "湘DA1234", "plate_colour": "2", "operator": owner, "sector": "passenger", "seats": 45}
    made("vehicle", **coach, registered_on=START)
    known = {"season": season(), "operator": owner, "vehicle_plate": "湘DA1234", "seats": 45, "depot": "中心站"}
    return made("spring_vehicle", **(known | {"driver_name": "张三", "listed_on": LISTED} | values))


@pytest.fixture
def clerk(db: None) -> User:
    return account(Role.CLERK, "passenger")


def test_a_coach_is_called_out_for_a_task_and_stands_down(clerk: User) -> None:
    found = listed()
    with pytest.raises(Refused, match="调用任务"):
        step(found, "call", clerk, date(2023, 1, 20), carried=45)
    step(found, "call", clerk, date(2023, 1, 20), task="高铁站疏运", carried=45)
    step(found, "stand_down", clerk, date(2023, 1, 21))
    assert (found.state, found.called_on) == ("stood_down", date(2023, 1, 20))


def test_a_coach_is_called_out_within_the_rush_only(clerk: User) -> None:
    with pytest.raises(Refused, match="春运期间"):
        step(listed(), "call", clerk, date(2023, 3, 1), task="疏运", carried=45)


@pytest.mark.django_db
def test_a_coach_leaves_the_list_with_a_reason() -> None:
    head = account(Role.HEAD, "passenger")
    found = step(listed(), "remove", head, date(2023, 1, 9), "车辆检修")
    assert found.state == "removed"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "words"),
    [({"vehicle_plate": "湘DA9999"}, "没有此车"), ({"listed_on": date(2023, 3, 1)}, "春运结束前确定")],
)
def test_what_does_not_fit_the_list_is_refused(values: dict[str, Any], words: str) -> None:
    with pytest.raises(Refused, match=words):
        listed(**values)


@pytest.mark.django_db
def test_a_coach_on_the_list_is_the_operators_own() -> None:
    with pytest.raises(Refused, match="不属于所填企业"):
        listed(operator=operator(2))
