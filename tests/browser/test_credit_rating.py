"""A credit rating in a real browser: the operator marks itself, the county reviews, the centre reviews and decides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.acting import act, shot, staff
from tests.registers.passenger.credit_world import ITEMS, SCHEME
from tests.web.world import BEGUN, NOW, World
from yunguan.office.people import Role
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

pytestmark = pytest.mark.browser
Seat = Callable[[str], Any]


def made(register: str, **values: Any) -> Any:
    return create(book=book(register), values=values, user=None, on=BEGUN, now=NOW)


@pytest.fixture
def rating(centre: World) -> Record:
    """The rating of the company of 耒阳 for 2025, told to it in February 2026, under a small table."""
    head = staff("passenger", Role.HEAD)
    staff("passenger", Role.CLERK)
    table = made("credit_scheme", **(SCHEME | {"scheme_no": "客运2026", "effective_from": BEGUN}))
    for position, (group, name, kind, points, veto) in enumerate(ITEMS, start=1):
        item = {"item_no": f"客运2026-{position}", "position": position, "item_group": group, "name": name}
        made("credit_item", scheme=table, **item, item_kind=kind, points=points, veto_grade=veto)
    move(table, Order("adopt", head, BEGUN, NOW))
    return made("credit_rating", operator=centre.companies["耒阳"], year=2025, opened_on=date(2026, 2, 20))  # type: ignore[no-any-return]


def scored(page: Any, item: str, label: str, code: str, **given: str) -> None:
    """Open the row of an item from the page of its rating, mark it, and come back."""
    back = page.url
    page.locator("#related, section").get_by_role("link", name=item).first.click()
    act(page, label, code, **given)
    shot(page, f"score-{code}")
    page.goto(back)


def test_three_people_rate_one_company_one_after_another(person: Seat, rating: Record) -> None:
    url = f"/registers/credit_rating/{rating.pk}/"
    operator = person("operator").page
    books = operator.get_by_role("navigation", name="主导航")
    books.locator("summary", has_text="道路客运事务科").click()
    books.get_by_role("link", name="质量信誉考核台账").click()
    operator.get_by_role("link", name="耒阳平安运输有限公司").first.click()
    act(operator, "开始自评", "begin")
    scored(operator, "运输安全", "自评计分", "score_self", self_points="590", grounds="一起一般事故")
    scored(operator, "服务质量", "自评计分", "score_self", self_points="400")
    shot(operator, "rating-self")
    act(operator, "提交自评", "submit")
    expect(operator.locator(".head .state")).to_have_text("已自评")

    county = person("county").page
    county.goto(url)
    scored(county, "运输安全", "初评计分", "score_county", county_points="550", grounds="另查实一起事故")
    act(county, "初评通过", "first_review")
    expect(county.locator(".head .state")).to_have_text("已初评")
    shot(county, "rating-county")

    clerk = person("passenger_clerk").page
    clerk.goto(url)
    scored(clerk, "服务质量", "复核计分", "score_centre", centre_points="280", grounds="投诉未整改")
    act(clerk, "复核通过", "review")
    expect(clerk.locator(".head .state")).to_have_text("已复核")
    shot(clerk, "rating-centre")
    for text in ("990", "950", "830", "AA"):
        expect(clerk.locator("dl.facts")).to_contain_text(text)
    expect(clerk.locator("dl.facts")).to_contain_text("服务质量：满分 400 分，扣 120 分。原因：投诉未整改")
    expect(clerk.locator("summary", has_text="公示")).to_have_count(0)


def test_a_county_does_not_review_what_lies_with_the_operator(person: Seat, rating: Record) -> None:
    county = person("county").page
    county.goto(f"/registers/credit_rating/{rating.pk}/")
    expect(county.locator("summary", has_text="初评通过")).to_have_count(0)
    expect(county.locator("summary", has_text="开始自评")).to_have_count(1)
