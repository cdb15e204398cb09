"""A hotline order before the screen: received, assigned to the section that it concerns, answered, called back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.acting import act, put, shot, staff
from tests.web.world import World
from yunguan.office.people import Role
from yunguan.registers.book import book

pytestmark = pytest.mark.browser
Seat = Callable[[str], Any]
PHONE = "13973400099"
ORDER = {
    "order_no": "12345-2026-0001",
    "source": "12345热线",
    "received_on": "2026-03-02",
    "appeal": "投诉",
    "handling": "一般",
    "topic": "驾培退费",
    "summary": "学员要求退还培训费",
    "content": "报名后未参加培训，驾校不退费。",
    "caller": "测试诉求人",
    "phone": PHONE,
}


@pytest.fixture
def people(centre: World) -> None:
    """The general section, and the section that looks after driving schools."""
    del centre
    for section in ("general", "driver_training"):
        staff(section, Role.CLERK)
        staff(section, Role.HEAD)


def state(page: Any) -> Any:
    return page.locator(".head .state")


@pytest.mark.usefixtures("people")
def test_an_order_goes_from_receipt_to_call_back_through_two_sections(person: Seat) -> None:
    desk = person("general_clerk").page
    desk.goto("/registers/hotline_order/new/")
    for column, text in ORDER.items():
        put(desk.locator(f"#id_{column}"), text)
    desk.get_by_role("button", name="保存").click()
    expect(state(desk)).to_have_text("待签收")
    expect(desk.locator("dl.facts")).not_to_contain_text(PHONE)
    shot(desk, "hotline-received")
    act(desk, "签收", "sign")
    act(desk, "派单", "assign", kept_by="驾培事务科", handler="承办员")
    expect(state(desk)).to_have_text("已派单")

    handler = person("driver_training_clerk").page
    handler.goto("/inbox/")
    handler.get_by_role("link", name=ORDER["order_no"]).click()
    act(handler, "开始办理", "handle")
    act(handler, "提交答复", "draft", finding="属实", reply="驾校已按合同退费。")
    expect(handler.get_by_text("须先与诉求人联系再答复")).to_be_visible()
    act(handler, "提交答复", "draft", contacted_on=handler.locator("#on_draft").input_value())
    expect(state(handler)).to_have_text("答复待审核")

    head = person("driver_training_head").page
    head.goto(handler.url)
    act(head, "审核并答复", "reply")
    expect(state(head)).to_have_text("已答复待回访")

    desk.goto(handler.url)
    act(desk, "回访办结", "close", satisfaction="满意")
    expect(state(desk)).to_have_text("已办结")
    shot(desk, "hotline-closed")
    (closed,) = book("hotline_order").model._default_manager.all()
    assert (closed.state, closed.kept_by, closed.satisfaction) == ("closed", "driver_training", "satisfied")  # type: ignore[attr-defined]
