"""A subsidy before the screen: on notice, objected to, taken back, calculated again, published again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.registers.subsidies.pools import claimed_pool, claims, objection, published
from tests.web.world import account

pytestmark = pytest.mark.browser
Seat = Callable[[str], Any]


@pytest.fixture
def pool(centre: object) -> Any:
    """A pool on notice, with an objection that its second vehicle ran all the year."""
    del centre
    made = published(claimed_pool((12, 6)), account("urban_clerk"), account("urban_head"))
    objection(made)
    return made


def do(page: Any, move: str, **typed: str) -> None:
    """Make a move on the page of a record, with what it asks for."""
    if page.get_by_role("button", name=f"确认{move}").is_hidden():
        page.locator("summary", has_text=move).click()
    for label, words in typed.items():
        page.get_by_label(label).first.fill(words)
    page.get_by_role("button", name=f"确认{move}").click()


def test_an_objection_that_holds_leads_to_a_new_run_that_is_compared_and_published(
    person: Seat, pool: Any, tmp_path: Path
) -> None:
    head, clerk = person("urban_head").page, person("urban_clerk").page
    head.goto(f"/registers/subsidy_objection/{_objection(pool)}/")
    do(head, "认定成立", 处理意见="经核对车辆名录，应为 12 个月。")
    expect(head.locator(".head .state")).to_have_text("成立待重算")
    correct(clerk, _vehicle(pool))
    clerk.goto(f"/registers/subsidy_plan/{pool.pk}/")
    expect(clerk.locator(".head .state")).to_have_text("异议重算")
    clerk.get_by_role("link", name="专用页面").click()
    clerk.get_by_label("重新测算的理由").fill("异议成立，月数更正")
    clerk.get_by_role("button", name="测算").click()
    expect(clerk.get_by_text("第 2 次测算已完成")).to_be_visible()
    changes = clerk.locator("section", has_text="第 1 次与第 2 次测算比较")
    expect(changes).to_contain_text("湘D00002")
    expect(changes).to_contain_text("-1,666.66")
    with clerk.expect_download() as taken:
        clerk.get_by_role("link", name="下载公示").click()
    taken.value.save_as(tmp_path / "公示.xlsx")
    assert [row[4] for row in load_workbook(tmp_path / "公示.xlsx")["公示名单"].values][1:] == [5000.01, 5000, 10000.01]
    head.goto(f"/registers/subsidy_plan/{pool.pk}/")
    do(head, "公示")
    expect(head.locator(".head .state")).to_have_text("公示")


def correct(page: Any, claim: int) -> None:
    """The clerk puts the months right that the objection was about."""
    page.goto(f"/registers/subsidy_vehicle/{claim}/edit/")
    page.get_by_label("营运月数").fill("12")
    page.get_by_role("button", name="保存").click()


def _objection(pool: Any) -> int:
    from yunguan.registers.subsidies.subsidy_objection import SubsidyObjection  # noqa: PLC0415 - needs the tables

    return int(SubsidyObjection._base_manager.get(plan=pool).pk)


def _vehicle(pool: Any) -> int:
    return int(claims(pool)[1].pk)
