"""Pages that look across books: a section, what runs out, what belongs together, what looks alike, the year's end."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import credit_code
from tests.web.world import CANARY, World, client_of, operator
from yunguan.registers.selectors import opened_years

pytestmark = pytest.mark.django_db


def manager_of(plan: Any) -> Any:
    """All plans."""
    return type(plan)._base_manager


def owner_of(plan: Any) -> Any:
    """The company whose plan it is."""
    return plan.operator


def test_a_section_page_lists_its_books_with_what_waits(world: World) -> None:
    page = client_of("head").get("/sections/safety/").content.decode()
    assert "应急预案备案台账" in page
    assert "安全法规科" in page


def test_a_county_finds_only_its_own_rows_beside_a_company(world: World) -> None:
    company = owner_of(world.plans["耒阳"])
    page = client_of("county").get(f"/registers/operator/{company.pk}/related/").content.decode()
    assert "应急预案备案台账" in page
    assert CANARY not in page


def test_the_list_about_a_record_shows_the_rows_that_belong_to_it(world: World) -> None:
    company = owner_of(world.plans["耒阳"])
    client, plans = client_of("leader"), manager_of(world.plans["耒阳"])
    rows = client.get(f"/registers/emergency_plan/?about=operator-{company.pk}").context["rows"]
    assert [row.pk for row in rows] == list(plans.filter(operator=company).order_by("-id").values_list("pk", flat=True))
    assert (
        client_of("county")
        .get(f"/registers/emergency_plan/?about=operator-{owner_of(world.plans['常宁']).pk}")
        .status_code
        == 404
    )


def test_what_runs_out_is_listed_for_whom_it_concerns(world: World) -> None:
    page = client_of("county").get("/expiries/?span=-90").content.decode()
    assert CANARY not in page
    assert client_of("county").get("/expiries/?span=x").context["span"] == "30"


def test_a_pair_that_was_judged_is_not_shown_again(world: World) -> None:
    first = operator("耒阳", uscc=credit_code(8), name="耒阳市通达旅客运输有限公司")
    second = operator("耒阳", uscc=credit_code(9), name="耒阳市通达旅客运输公司")
    client = client_of("statistics_clerk")
    assert "通达旅客" in client.get("/doubles/").content.decode()
    client.post(f"/registers/operator/{first.pk}/doubles/", {"other": second.pk, "verdict": "different"})
    assert "通达旅客" not in client.get("/doubles/").content.decode()


def test_the_turn_of_the_year_opens_the_books(world: World) -> None:
    year = max(year for years in opened_years().values() for year in years)
    client = client_of("administrator")
    assert "年度结转" in client.get(f"/administration/year-end/?year={year}").content.decode()
    client.post("/administration/year-end/", {"year": year})
    assert all(year + 1 in years for years in opened_years().values())
