"""Routes: the licence and its terms, conversion to public transport, the end of a line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories import NOW, START, account, operator, step
from tests.registers.complaints import complains_about
from yunguan.core.finding import Severity
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import book
from yunguan.registers.services import create

ROUTE = {
    "route_no": "衡线001",
    "name": "衡阳—耒阳",
    "origin": "衡阳汽车站",
    "destination": "耒阳汽车站",
    "level": "2",
    "route_class": "3",
    "length_km": 680,
    "daily_trips": 120,
    "vehicles": 8,
    "licence_no": "衡运许〔2019〕1号",
    "licence_from": date(2019, 6, 1),
    "licence_to": date(2023, 5, 31),
}


def route(**values: Any) -> Any:
    known = ROUTE | {"operator": operator(1)} | values
    return create(book=book("route"), values=known, user=None, on=START, now=NOW)


@pytest.fixture
def head(db: None) -> User:
    return account(Role.HEAD, "passenger")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, []),
        ({"licence_to": date(2019, 5, 31)}, ["licence_to"]),
        ({"expressway_km": 681}, ["expressway_km"]),
        ({"daily_trips": 0}, ["daily_trips"]),
        ({"state": "converted"}, ["converted_on", "conversion_doc_no"]),
        ({"origin_area": "430405", "destination_area": "430481"}, []),
        ({"origin_area": "430405", "destination_area": "430481", "level": "1"}, ["level"]),
        ({"origin_area": "430405", "destination_area": "430481", "level": "4"}, ["level"]),
    ],
)
def test_lengths_terms_and_ends_must_fit(row: dict[str, Any], expected: list[str]) -> None:
    assert complains_about("route", **(ROUTE | {"state": "licensed"} | row)) == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("until", "said"), [(date(2023, 5, 31), 0), (date(2023, 5, 30), 1), (date(2027, 6, 1), 0), (date(2027, 6, 2), 1)]
)
def test_a_licence_lasts_from_four_to_eight_years(until: date, said: int) -> None:
    model = book("route").model
    found = list(model.problems_among([model(**(ROUTE | {"licence_to": until}))]))
    assert [problem.severity for _, problem in found] == [Severity.WARNING] * said


def test_an_extension_begins_where_the_licence_ends(head: User) -> None:
    found = route()
    step(found, "extend", head, date(2023, 4, 20), licence_no="衡运许〔2023〕9号", licence_to=date(2027, 5, 31))
    assert (found.licence_from, found.licence_to) == (date(2023, 6, 1), date(2027, 5, 31))


@pytest.mark.parametrize(("until", "words"), [(date(2023, 5, 31), "须晚于现止期"), (date(2031, 6, 1), "不能超过 8 年")])
def test_an_extension_is_later_and_not_too_long(head: User, until: date, words: str) -> None:
    with pytest.raises(Refused, match=words):
        step(route(), "extend", head, date(2023, 4, 20), licence_no="9", licence_to=until)


def test_an_extension_names_its_decision(head: User) -> None:
    with pytest.raises(Refused, match="新的许可决定书编号"):
        step(route(), "extend", head, date(2023, 4, 20), licence_to=date(2027, 5, 31))


def test_a_late_extension_is_taken_and_said_to_be_late(head: User) -> None:
    from yunguan.registers.selectors import moves_of  # noqa: PLC0415 - read back

    found = route()
    step(found, "extend", head, date(2023, 5, 2), licence_no="9", licence_to=date(2027, 5, 31))
    assert "2023-05-01 前提出，本次逾期" in moves_of(found).last().reason  # type: ignore[union-attr]


def test_an_expired_licence_can_still_be_extended(head: User) -> None:
    found = step(route(), "expire", head, date(2023, 6, 1))
    step(found, "extend", head, date(2023, 6, 9), licence_no="9", licence_to=date(2027, 5, 31))
    assert found.state == "licensed"


def test_a_line_that_runs_again_keeps_its_licence(head: User) -> None:
    found = step(route(), "suspend", head, date(2023, 2, 1), "道路施工")
    step(found, "resume", head, date(2023, 3, 1))
    assert (found.state, found.licence_from) == ("licensed", date(2019, 6, 1))  # type: ignore[attr-defined]


def test_a_conversion_names_its_document(head: User) -> None:
    found = route(conversion_planned=True)
    with pytest.raises(Refused, match="公交化改造文号"):
        step(found, "convert", head, date(2023, 3, 1))
    step(found, "convert", head, date(2023, 3, 1), conversion_doc_no="衡交〔2023〕7号")
    assert (found.state, found.converted_on) == ("converted", date(2023, 3, 1))


def test_who_stops_a_line_says_so_thirty_days_ahead(head: User) -> None:
    found = route()
    with pytest.raises(Refused, match="提前 30 日告知"):
        step(found, "stop", head, date(2023, 3, 1), "客源不足", stop_told_on=date(2023, 2, 1))
    step(found, "stop", head, date(2023, 3, 3), "客源不足", stop_told_on=date(2023, 2, 1))
    assert found.state == "stopped"
