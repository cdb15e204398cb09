"""Figures from records: as-of dates, states, areas, None and zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.factories import account, filed_plan, operator, step
from yunguan.core.figure import Origin
from yunguan.core.period import Period
from yunguan.core.scope import Scope
from yunguan.indicators.selectors import figures, question_of, trails
from yunguan.office.people import Role, User

pytestmark = pytest.mark.django_db
RATE = "safety.emergency_plan.filed_rate"


@pytest.fixture
def clerk() -> User:
    return account(Role.CLERK, "safety")


@pytest.fixture
def head() -> User:
    return account(Role.HEAD, "safety")


def year(as_of: date | None = None, area: str = "", scope: Scope | None = None) -> dict[str, Decimal | None]:
    asked = question_of(Period.year(2023), as_of=as_of, area=area, scope=scope or Scope())
    return {key: found.value for key, found in figures(asked, scope=scope or Scope()).items()}


def test_a_rate_is_computed_from_its_two_counts(clerk: User, head: User) -> None:
    filed_plan(operator(0), clerk, head, date(2023, 3, 10))
    operator(1)
    found = figures(question_of(Period.year(2023)), [RATE])[RATE]
    assert (found.value, found.numerator, found.denominator) == (Decimal(50), Decimal(1), Decimal(2))
    assert found.origin is Origin.COMPUTED


def test_a_plan_counts_from_the_day_it_was_filed(clerk: User, head: User) -> None:
    filed_plan(operator(0), clerk, head, date(2023, 6, 10))
    assert year(as_of=date(2023, 6, 9))["safety.emergency_plan.filed"] == 0
    assert year(as_of=date(2023, 6, 10))["safety.emergency_plan.filed"] == 1


def test_a_revision_in_the_next_year_does_not_move_last_years_figure(clerk: User, head: User) -> None:
    record = filed_plan(operator(0), clerk, head, date(2023, 6, 10))
    before = year()["safety.emergency_plan.filed"]
    step(record, "require_revision", head, date(2024, 1, 8), "指挥机构调整")
    assert year()["safety.emergency_plan.filed"] == before == 1


def test_a_register_that_was_not_opened_gives_no_data_and_an_opened_one_gives_zero() -> None:
    assert year()["safety.emergency_plan.required"] is None
    operator(0, filing_required=False)
    assert year()["safety.emergency_plan.required"] == 0


def test_a_county_outside_the_indicators_own_area_gives_no_data() -> None:
    operator(0, area="430481")
    operator(1, area="430405")
    assert year(area="430481")["safety.emergency_plan.required"] is None
    assert year(area="430405")["safety.emergency_plan.required"] == 1


def test_a_scope_narrows_every_figure() -> None:
    operator(0, area="430405")
    operator(1, area="430406")
    assert year(scope=Scope(areas=frozenset({"430406"})))["safety.emergency_plan.required"] == 1


def test_the_records_behind_a_figure_re_add_to_it(clerk: User, head: User) -> None:
    filed_plan(operator(0), clerk, head, date(2023, 3, 10))
    operator(1)
    listed = trails(RATE, question_of(Period.year(2023)))
    assert [len(trail.ids) for trail in listed] == [1, 2]
