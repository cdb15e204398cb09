"""Figures from records: as-of dates, states, areas, None and zero."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from yunguan.core.figure import Origin
from yunguan.core.period import Period
from yunguan.core.scope import Scope
from yunguan.indicators.selectors import figures, question_of, trails
from yunguan.office.people import Role
from yunguan.office.services import open_account
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)
CODES = ["91430400MA4L1A2B3C", "91430400MA4L1A2B4D", "91430400MA4L1A2B5E"]
RATE = "safety.emergency_plan.filed_rate"


def operator(number: int, area: str = "430405", *, required: bool = True) -> Record:
    values = {
        "name": f"第{number}运输有限公司",
        "uscc": CODES[number],
        "entity_kind": "1",
        "sector": "passenger",
        "key_carrier": False,
        "filing_required": required,
        "opened_on": date(2015, 1, 1),
        "area": area,
    }
    return create(book=book("operator"), values=values, user=None, on=date(2023, 1, 1), now=NOW)


def plan(owner: Record) -> Record:
    values = {
        "operator": owner,
        "plan_title": "生产安全事故综合应急预案",
        "plan_kind": "general",
        "edition": "2023版",
        "published_on": date(2023, 3, 1),
        "risk_assessed": True,
        "resources_surveyed": True,
    }
    return create(book=book("emergency_plan"), values=values, user=None, on=date(2023, 3, 2), now=NOW)


def file_plan(record: Record, day: date, number: str = "备〔2023〕1号") -> None:
    clerk = open_account(username=f"c{record.pk}", password="x", role=Role.CLERK, display_name="经办", unit="safety")
    head = open_account(username=f"h{record.pk}", password="x", role=Role.HEAD, display_name="科长", unit="safety")
    move(record, Order("submit", clerk, date(2023, 3, 6), NOW))
    move(record, Order("file", head, day, NOW, given={"filing_no": number}))


def year(as_of: date | None = None, area: str = "", scope: Scope | None = None) -> dict[str, Decimal | None]:
    asked = question_of(Period.year(2023), as_of=as_of, area=area, scope=scope or Scope())
    return {key: found.value for key, found in figures(asked, scope=scope or Scope()).items()}


def test_a_rate_is_computed_from_its_two_counts() -> None:
    file_plan(plan(operator(0)), date(2023, 3, 10))
    operator(1)
    found = figures(question_of(Period.year(2023)), [RATE])[RATE]
    assert (found.value, found.numerator, found.denominator) == (Decimal(50), Decimal(1), Decimal(2))
    assert found.origin is Origin.COMPUTED


def test_a_plan_counts_from_the_day_it_was_filed() -> None:
    file_plan(plan(operator(0)), date(2023, 6, 10))
    assert year(as_of=date(2023, 6, 9))["safety.emergency_plan.filed"] == 0
    assert year(as_of=date(2023, 6, 10))["safety.emergency_plan.filed"] == 1


def test_a_revision_in_the_next_year_does_not_move_last_years_figure() -> None:
    record = plan(operator(0))
    file_plan(record, date(2023, 6, 10))
    before = year()["safety.emergency_plan.filed"]
    head = open_account(username="z", password="x", role=Role.HEAD, display_name="科长", unit="safety")
    move(record, Order("require_revision", head, date(2024, 1, 8), NOW, reason="指挥机构调整"))
    assert year()["safety.emergency_plan.filed"] == before == 1


def test_a_register_that_was_not_opened_gives_no_data_and_an_opened_one_gives_zero() -> None:
    assert year()["safety.emergency_plan.required"] is None
    operator(0, required=False)
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


def test_the_records_behind_a_figure_re_add_to_it() -> None:
    file_plan(plan(operator(0)), date(2023, 3, 10))
    operator(1)
    listed = trails(RATE, question_of(Period.year(2023)))
    assert [len(trail.ids) for trail in listed] == [1, 2]
