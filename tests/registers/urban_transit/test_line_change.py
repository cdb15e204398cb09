"""Changes of lines: surveyed, talked over, seen, argued, decided, announced, carried out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW
from tests.registers.complaints import complains_about
from tests.registers.urban_transit.lines import MARCH, clerk, head, line, made, step, version
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import change as change_record

pytestmark = pytest.mark.django_db
ROUTE: dict[str, Any] = {
    "new_from": "榆荫市场",
    "new_to": "雁栖站",
    "new_path": "榆荫市场、雁栖站",
    "new_stops": 18,
    "new_length_km": 110,
}


@pytest.fixture
def people() -> tuple[User, User]:
    return clerk(), head()


def argued(people: tuple[User, User], kind: str = "rerouting", **values: Any) -> Any:
    of = line()
    version(of)
    known: dict[str, Any] = {
        "change_no": "XL1",
        "kind": kind,
        "reason": "降本增效",
        "proposed_on": MARCH,
        "proposed_by": "公交企业",
    }
    one = made("line_change", line=of, **(known | values))
    step(one, "survey", people[0], date(2023, 3, 20), survey="跟车")
    step(one, "consult", people[0], date(2023, 3, 24), opinions="赞成")
    step(one, "visit", people[0], date(2023, 3, 28), visit="可行")
    return step(one, "argue", people[0], date(2023, 3, 30), argument="可行")


def announced(people: tuple[User, User], kind: str = "rerouting", **values: Any) -> Any:
    one = step(argued(people, kind, **values), "decide", people[1], date(2023, 4, 3), report_no="40号")
    return step(one, "announce", people[0], date(2023, 4, 10))


def test_carrying_out_ends_the_old_route_and_begins_the_new_one(people: tuple[User, User]) -> None:
    one = step(announced(people, **ROUTE), "carry_out", people[0], date(2023, 4, 20))
    old, new = book("bus_line_version").model._base_manager.order_by("number")
    assert (old.effective_to, new.effective_from) == (date(2023, 4, 19), date(2023, 4, 20))  # type: ignore[attr-defined]
    assert (new.from_stop, new.stops, new.length_km, new.doc_no) == ("榆荫市场", 18, 110, "40号")  # type: ignore[attr-defined]
    assert step(one, "evaluate", people[0], date(2023, 6, 1), effect="稳定").state == "evaluated"


def test_a_change_is_announced_for_ten_days(people: tuple[User, User]) -> None:
    with pytest.raises(Refused, match="公告满 10 日"):
        step(announced(people, **ROUTE), "carry_out", people[0], date(2023, 4, 19))


def test_a_change_of_route_says_where_the_line_will_go(people: tuple[User, User]) -> None:
    one = argued(people)
    with pytest.raises(Refused, match="调整后起点"):
        step(one, "decide", people[1], date(2023, 4, 3), report_no="40号")
    change_record(record=one, values=ROUTE, user=people[0], now=NOW)
    assert step(one, "decide", people[1], date(2023, 4, 3), report_no="40号").state == "decided"


def test_a_change_of_the_fleet_leaves_the_route(people: tuple[User, User]) -> None:
    step(announced(people, "fleet"), "carry_out", people[0], date(2023, 4, 20))
    assert book("bus_line_version").model._base_manager.count() == 1


def test_a_change_may_be_refused_with_a_reason(people: tuple[User, User]) -> None:
    one = argued(people)
    with pytest.raises(Refused, match="须写明理由"):
        step(one, "reject", people[1], date(2023, 4, 3))
    assert step(one, "reject", people[1], date(2023, 4, 3), reason="居民反对").state == "rejected"


def test_a_route_that_begins_later_is_not_turned_before(people: tuple[User, User]) -> None:
    one = announced(people, **ROUTE)
    present = book("bus_line_version").model._base_manager.get()
    change_record(record=present, values={"effective_from": date(2023, 4, 20)}, user=people[0], now=NOW)
    with pytest.raises(Refused, match="现行走向"):
        step(one, "carry_out", people[0], date(2023, 4, 20))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"kind": "fleet", "state": "carried_out"}, ["decided_on", "report_no", "announced_on", "carried_out_on"]),
        ({"kind": "stops", "state": "decided", "decided_on": MARCH, "report_no": "1"}, list(ROUTE)),
        ({"kind": "fleet", "state": "surveyed", "surveyed_on": date(2023, 3, 1)}, ["surveyed_on"]),
    ],
)
def test_an_imported_change_has_what_its_state_brings(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("line_change", proposed_on=MARCH, **row) == expected
