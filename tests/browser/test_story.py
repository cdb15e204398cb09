"""A day at the centre in a real browser: import, file, approve, report, trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from tests.web.test_imports import BAD, GOOD, HEAD
from tests.web.world import USCC, World, operator

pytestmark = pytest.mark.browser
Seat = Callable[[str], Any]


def workbook(path: Path) -> Path:
    made = Workbook()
    page = made.worksheets[0]
    page.title = "应急预案备案台账"
    for row in (HEAD, GOOD, BAD):
        page.append(row)
    made.save(path / "预案.xlsx")
    return path / "预案.xlsx"


def test_a_workbook_with_errors_shows_its_refused_rows(person: Seat, tmp_path: Path) -> None:
    page = person("clerk").page
    page.get_by_role("navigation", name="主导航").get_by_role("link", name="应急预案备案台账").click()
    page.get_by_role("link", name="导入").click()
    page.locator("#workbook").set_input_files(workbook(tmp_path))
    expect(page.get_by_text("预案.xlsx")).to_be_visible()
    page.get_by_role("button", name="导入", exact=True).click()
    refused = page.locator(".table-frame", has_text="如何改正")
    expect(refused).to_contain_text("没有这一种")
    expect(refused).to_contain_text("公布日期")
    page.get_by_role("button", name="只导入正确的 1 行").click()
    expect(page.get_by_text("正确的行已经导入")).to_be_visible()


def test_a_plan_is_filed_by_the_clerk_and_approved_by_the_head(person: Seat) -> None:
    clerk = person("clerk").page
    clerk.goto("/registers/emergency_plan/new/")
    clerk.get_by_label("企业名称（统一社会信用代码）").press_sequentially("平安")
    clerk.get_by_role("button", name="耒阳平安运输有限公司").click()
    expect(clerk.locator("#id_operator")).to_have_value(USCC["耒阳"])
    expect(clerk.locator("#id_operator")).to_be_focused()
    clerk.get_by_label("预案名称").fill("现场处置方案")
    clerk.get_by_label("预案种类").select_option("现场处置方案")
    clerk.get_by_label("版本号").fill("2026-1")
    clerk.get_by_label("公布日期").fill("2026年3月1日")
    clerk.get_by_label("风险评估结果").select_option("是")
    clerk.get_by_label("应急资源调查清单").select_option("是")
    clerk.get_by_role("button", name="保存").click()
    assert clerk.locator(".errors, .notice.error").all_inner_texts() == []
    clerk.get_by_role("button", name="确认提交").click()
    expect(clerk.get_by_text("现为“已提交”")).to_be_visible()
    approved(person("head").page, clerk.url)


def approved(head: Any, url: str) -> None:
    head.goto(url)
    head.locator("summary", has_text="准予备案").click()
    head.get_by_label("备案编号").fill("衡道运备〔2026〕1号")
    head.get_by_role("button", name="确认准予备案").click()
    expect(head.get_by_text("现为“已备案”")).to_be_visible()


def test_a_section_return_is_filled_and_signed(person: Seat, centre: World) -> None:
    clerk = person("clerk").page
    clerk.goto(f"/returns/{centre.section_return}/")
    owed = clerk.locator("tr", has_text="科室掌握").locator("input[inputmode=decimal]")
    for place in range(owed.count()):
        owed.nth(place).fill("5")
    clerk.get_by_role("button", name="保存填报").click()
    clerk.get_by_role("button", name="提交签发").click()
    head = person("head").page
    head.goto("/inbox/")
    head.get_by_role("link", name="安全法规科").click()
    head.get_by_role("button", name="签发", exact=True).click()
    expect(head.locator(".head .state")).to_have_text("已签发")


def test_the_filed_rate_leads_to_the_records_behind_it(person: Seat, centre: World) -> None:
    operator(name="珠晖城郊客运有限公司", uscc="91430405MA00000034", area="430405")
    page = person("leader").page
    page.goto("/figures/?year=2026")
    page.get_by_role("link", name="应急预案备案率").click()
    expect(page.get_by_role("heading", name="公式", exact=True)).to_be_visible()
    page.get_by_role("navigation", name="构成").get_by_role("link", name="经营业户名录").click()
    expect(page.locator(".table-frame", has_text="珠晖城郊客运有限公司")).to_be_visible()


def test_the_pages_work_by_keyboard_and_complain_of_nothing(person: Seat) -> None:
    seated = person("clerk")
    page = seated.page
    page.goto("/registers/emergency_plan/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.goto("/registers/managers_exam_entry/")
    page.get_by_role("button", name="选择日期").first.click()
    expect(page.locator(".picker")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".picker")).to_have_count(0)
    assert seated.complaints == []
