"""Whatever rows there are: the counts of the member areas add up to the whole, and a rate is that of the two sums."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import NOW, credit_code
from yunguan.core.figure import Figure, Question
from yunguan.core.period import Period
from yunguan.indicators.house import CentreHouse
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.selectors import figures, trails
from yunguan.office.workflow.tables import StateInterval
from yunguan.registers.book import book
from yunguan.registers.services import open_register

pytestmark = pytest.mark.django_db
YEAR, LAST = Period.year(2023), date(2023, 12, 31)
URBAN = ("430405", "430406", "430407", "430408", "430473", "430476")
AREAS = (*URBAN, "430412", "430481")
IDS = [each.id for each in catalogue() if each.id.startswith("safety.emergency_plan.")]
OPERATOR: Any = book("operator").model
PLAN: Any = book("emergency_plan").model


@dataclass(frozen=True)
class Drawn:
    """An operator, and the states of its plans."""

    area: str
    state: str
    required: bool
    key_carrier: bool
    plans: tuple[str, ...]


DRAWN = st.builds(
    Drawn,
    st.sampled_from(AREAS),
    st.sampled_from(["operating", "suspended", "cancelled"]),
    st.booleans(),
    st.booleans(),
    st.lists(st.sampled_from(["draft", "filed", "deemed_filed", "revision_due"]), max_size=3).map(tuple),
)
MANY = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def kept_for_once(drawn: list[Drawn]) -> Iterator[None]:
    """The rows in the tables, and gone afterwards."""
    with transaction.atomic():
        common = {"created_at": NOW, "sector": "passenger"}
        owners = [_operator(number, each, common) for number, each in enumerate(drawn)]
        plans = [_plan(*pair, common) for pair in zip(owners, drawn, strict=True)]
        _keep(OPERATOR, owners)
        _keep(PLAN, [plan for own in plans for plan in own])
        yield
        transaction.set_rollback(True)


def _operator(number: int, drawn: Drawn, common: dict[str, Any]) -> Any:
    return OPERATOR(
        name=f"第{number}运输有限公司",
        uscc=credit_code(number),
        entity_kind="1",
        filing_required=drawn.required,
        key_carrier=drawn.key_carrier,
        opened_on=date(2015, 1, 1),
        area=drawn.area,
        state=drawn.state,
        **common,
    )


def _plan(owner: Any, drawn: Drawn, common: dict[str, Any]) -> list[Any]:
    return [
        PLAN(
            operator=owner,
            plan_title=f"预案{number}",
            plan_kind="general",
            edition="2023",
            published_on=date(2023, 1, 4),
            key_carrier=drawn.key_carrier,
            filing_required=drawn.required,
            area=drawn.area,
            state=state,
            **common,
        )
        for number, state in enumerate(drawn.plans)
    ]


def _keep(model: Any, records: list[Any]) -> None:
    model.objects.bulk_create(records)
    register = book(model.__module__.rpartition(".")[2])
    StateInterval.objects.bulk_create(
        StateInterval(
            register=register.id, record_id=each.pk, state=each.state, valid_from=date(2023, 1, 4), recorded_at=NOW
        )
        for each in records
    )
    open_register(register, {2023})


def told(*areas: str) -> dict[str, Figure]:
    return figures(Question(YEAR, LAST, frozenset(areas) if areas else None), IDS)


def together(parts: list[dict[str, Figure]], name: str, side: str) -> Decimal:
    return sum((share for part in parts if (share := getattr(part[name], side)) is not None), Decimal(0))


@MANY
@given(st.lists(DRAWN, max_size=12))
def test_counts_of_the_member_areas_add_up_to_the_whole(drawn: list[Drawn]) -> None:
    with kept_for_once(drawn):
        whole, parts = told(), [told(area) for area in AREAS]
    for name in ("safety.emergency_plan.required", "safety.emergency_plan.filed"):
        assert whole[name].value == together(parts, name, "value")


@MANY
@given(st.lists(DRAWN, max_size=12))
def test_a_rate_is_that_of_the_sums_and_no_data_without_a_denominator(drawn: list[Drawn]) -> None:
    with kept_for_once(drawn):
        whole, parts = told(), [told(area) for area in AREAS]
    for name in ("safety.emergency_plan.filed_rate", "safety.emergency_plan.key_carriers_filed_rate"):
        above, below = together(parts, name, "numerator"), together(parts, name, "denominator")
        assert (whole[name].numerator, whole[name].denominator) == (above, below)
        assert whole[name].value == (above * 100 / below if below else None)


@MANY
@given(st.lists(DRAWN, max_size=12))
def test_the_figures_are_those_counted_one_by_one(drawn: list[Drawn]) -> None:
    with kept_for_once(drawn):
        whole = told()
    urban = [each for each in drawn if each.area in URBAN]
    required = [each for each in urban if each.required and each.state != "cancelled"]
    filed = [each for each in urban if each.required and {"filed", "deemed_filed"} & set(each.plans)]
    assert whole["safety.emergency_plan.required"].value == len(required)
    assert whole["safety.emergency_plan.filed"].value == len(filed)


@MANY
@given(st.lists(DRAWN, max_size=12), st.sampled_from(AREAS))
def test_the_listed_records_are_as_many_as_each_operand_says(drawn: list[Drawn], area: str) -> None:
    question = Question(YEAR, LAST, CentreHouse().members(area, LAST))
    with kept_for_once(drawn):
        found = figures(question, IDS)
        listed = {name: [len(trail.ids) for trail in trails(name, question)] for name in IDS}
    for name, figure in found.items():
        assert [operand.records or 0 for operand in figure.operands] == listed[name]
