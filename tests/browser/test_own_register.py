"""A register of one's own in a real browser: from a workbook to a figure, filled by a county, within five minutes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.acting import shot
from tests.registers.own.making import ROWS, workbook
from tests.registers.own.tables import dropped

pytestmark = pytest.mark.browser
Seat = Callable[[str], Any]
FIVE_MINUTES = 300


@pytest.fixture(autouse=True)
def own_tables_are_dropped(transactional_db: None) -> Iterator[None]:
    yield
    dropped()


def test_a_head_makes_a_register_from_a_workbook_and_a_figure_over_it_in_five_minutes(
    person: Seat, tmp_path: Path
) -> None:
    begun = time.monotonic()
    seated = person("head")
    page = seated.page
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="自建台账").click()
    shot(page, "1-list-empty")
    page.locator("#workbook").set_input_files(workbook(tmp_path))
    page.get_by_role("button", name="读取列名").click()
    expect(page.get_by_label("第 2 列的列名")).to_have_value("排查日期")
    expect(page.get_by_label("第 3 列的类型")).to_have_value("choice")
    page.get_by_label("用途").fill("各单位排查出的隐患，一处一行。")
    page.get_by_label("编码").fill("danger")
    page.get_by_label("第 1 列是否重复").select_option("合起来不得重复")
    shot(page, "2-guess")
    page.get_by_role("button", name=f"建立台账并导入 {len(ROWS)} 行").click()
    expect(page.get_by_text(f"已建立，导入 {len(ROWS)} 条记录")).to_be_visible()
    expect(page.locator("table.rows tbody tr")).to_have_count(len(ROWS))
    shot(page, "3-register")
    add_figures(page)
    took = time.monotonic() - begun
    assert took < FIVE_MINUTES / 2, "a machine has to leave people the time to read"
    sent_and_filled(person, page)
    assert seated.complaints == []


def add_figures(page: Any) -> None:
    page.goto("/own/of/danger/figures/")
    page.get_by_label("指标名称").fill("隐患整改率")
    page.get_by_label("编码").fill("rate")
    page.locator("#above_0_field").select_option("已整改")
    page.locator("#above_0_value").fill("是")
    page.locator("#below_kind").select_option("记录数")
    page.get_by_role("button", name="添加指标").click()
    expect(page.locator("table.rows", has_text="own.danger.rate")).to_contain_text("75")
    page.get_by_label("指标名称").fill("整改资金")
    page.get_by_label("单位").fill("万元")
    page.locator("#above_kind").select_option("合计")
    page.locator("#above_column").select_option("整改资金")
    page.get_by_role("button", name="添加指标").click()
    expect(page.locator("table.rows", has_text="own.danger.f1")).to_contain_text("0.16")
    shot(page, "4-figures")
    page.get_by_role("link", name="隐患整改率").click()
    expect(page.get_by_role("heading", name="公式", exact=True)).to_be_visible()
    expect(page.locator(".table-frame", has_text="YH-003")).to_be_visible()
    shot(page, "5-trace")


def sent_and_filled(person: Seat, head: Any) -> None:
    head.goto("/own/of/danger/requests/")
    head.get_by_label("报送期限").fill("2099-01-08")
    head.get_by_label("填报要求").fill("只报本县市区的隐患")
    head.get_by_label("耒阳市道路运输机构").check()
    head.get_by_label("市场调查统计科").check()
    shot(head, "6-send")
    head.get_by_role("button", name="下达").click()
    expect(head.get_by_text("已下达 2 个单位")).to_be_visible()
    shot(head, "7-asked")
    county = person("county").page
    county.goto("/inbox/")
    shot(county, "8-inbox")
    county.get_by_role("link", name="隐患排查情况表").click()
    shot(county, "9-task")
    county.get_by_role("link", name="登记一条").click()
    county.get_by_label("隐患编号").fill("LY-001")
    county.get_by_label("排查日期").fill("2026年2月3日")
    county.get_by_label("隐患等级").select_option("重大")
    county.get_by_label("整改资金（元）").fill("500")
    county.get_by_label("已整改").select_option("是")
    county.get_by_label("隐患数").fill("1")
    shot(county, "10-entry")
    county.get_by_role("button", name="保存").click()
    expect(county.get_by_text("LY-001").first).to_be_visible()
    shot(county, "11-record")
    county.goto("/inbox/")
    county.get_by_role("link", name="隐患排查情况表").first.click()
    county.on("dialog", lambda dialog: dialog.accept())
    county.get_by_role("button", name="报送").click()
    expect(county.locator(".head .state")).to_have_text("已报送")
    head.reload()
    expect(head.locator("tr", has_text="耒阳市道路运输机构")).to_contain_text("已报送")
    shot(head, "12-late")
    head.goto("/own/")
    shot(head, "13-list")
    head.goto("/own/of/danger/")
    shot(head, "14-settings")
    head.goto("/own/new/")
    shot(head, "15-new")
