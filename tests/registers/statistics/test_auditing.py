"""The audit: every rule against every unit of a month, in one batch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from tests.registers.statistics.surveys import FILED, do, filed, listed, made, people, rule, task, version
from yunguan.core.expressions import Expression, Ratio, Total, rows
from yunguan.registers.statistics.anomaly_inquiry import AnomalyInquiry
from yunguan.registers.statistics.auditing import breaks, valued
from yunguan.registers.statistics.monthly_round import returns_of

A, B = rows("monthly_value").where(item_code="A").sum("value"), rows("monthly_value").where(item_code="B").sum("value")
WHOLE = st.integers(-(10**9), 10**9).map(Decimal)


def look(a: Decimal | None, b: Decimal | None) -> Callable[[Expression], Decimal | None]:
    return lambda leaf: a if leaf == A else b


@given(WHOLE, WHOLE)
def test_expressions_come_to_what_arithmetic_says(a: Decimal, b: Decimal) -> None:
    assert valued(A + B, look(a, b)) == a + b
    assert valued(A - B, look(a, b)) == a - b
    assert valued(Ratio(A, B, times=1), look(a, b)) == (a / b if b else None)


def test_an_unknown_part_leaves_the_whole_unknown() -> None:
    assert valued(Total(((1, A), (1, B))), look(Decimal(1), None)) is None
    assert valued(Ratio(A, B, times=1), look(None, Decimal(1))) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "reported", "expected"),
    [
        ({}, {"K3": 1001}, ["1001 1000"]),
        ({}, {"K3": 1000}, []),
        (
            {"left_code": "K1", "comparison": "eq", "right_code": "K3", "right_plus": "K4"},
            {"K3": 600, "K4": 300},
            ["1000 900"],
        ),
        ({"left_code": "K1", "comparison": "eq", "right_code": "K3", "right_plus": "K4"}, {"K3": 600}, []),
        ({"left_code": "K2", "left_over": "K1", "against": "number", "right_code": "", "number": 4000}, {}, ["50 40"]),
        ({"left_code": "K5", "comparison": "eq", "against": "vehicles", "right_code": ""}, {"K5": 3}, ["3 1"]),
        ({"left_code": "K5", "comparison": "eq", "against": "vehicles", "right_code": ""}, {"K5": 1}, []),
        ({"effective_to": date(2023, 4, 30)}, {"K3": 1001}, []),
    ],
)
def test_a_rule_is_broken_by_what_does_not_agree(
    values: dict[str, Any], reported: dict[str, Any], expected: list[str]
) -> None:
    clerk, _ = people()
    owner, held = listed().operator, version()
    made(
        "vehicle",
        plate="湘D12345",
        plate_colour="2",
        operator=owner,
        sector="passenger",
        seats=30,
        registered_on=date(2020, 1, 1),
    )
    month = task(held, clerk)
    filed(month, **reported)
    rule(held.form, **values)
    found = breaks(month, list(returns_of(month).select_related("unit")))
    assert [f"{each.left.normalize():f} {each.right.normalize():f}" for each in found] == expected


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("against", "earlier", "day"),
    [("last_month", date(2023, 4, 30), date(2023, 5, 4)), ("last_year", date(2022, 5, 31), date(2022, 6, 1))],
)
def test_a_month_is_held_against_an_earlier_one(against: str, earlier: date, day: date) -> None:
    clerk, _ = people()
    listed(on=date(2022, 4, 15))
    held = version()
    rule(held.form, left_code="K1", comparison="near", against=against, right_code="", tolerance=50)
    filed(task(held, clerk, earlier, day), on=day, K1=600)
    filed(task(held, clerk))
    assert [(each.stated, each.expected) for each in AnomalyInquiry._base_manager.all()] == [(100_000, 60_000)]


@pytest.mark.django_db
def test_a_batch_asks_the_database_as_often_for_many_units_as_for_few() -> None:
    from django.db import connection  # noqa: PLC0415 - beside its use

    clerk, _ = people()
    for number in (1, 2, 3, 4):
        listed(number)
    held = version()
    month = task(held, clerk)
    for number in (1, 2, 3, 4):
        filed(month, number)
    rule(held.form)
    records = list(returns_of(month).select_related("unit"))
    with CaptureQueriesContext(
        connection,
    ) as few:
        assert list(breaks(month, records[:2])) == []
    with CaptureQueriesContext(connection) as many:
        assert list(breaks(month, records)) == []
    assert len(few) == len(many)


@pytest.mark.django_db
def test_the_same_numbers_are_not_asked_about_twice() -> None:
    clerk, _ = people()
    listed()
    held = version()
    rule(held.form)
    month = task(held, clerk)
    filed(month, K3=2000)
    do(month, "audit", clerk, FILED)
    inquiry = AnomalyInquiry._base_manager.get()
    do(inquiry, "answer", clerk, FILED, answer="属实")
    do(inquiry, "accept", clerk, FILED, conclusion="属实")
    do(month, "audit", clerk, FILED)
    assert AnomalyInquiry._base_manager.count() == 1
