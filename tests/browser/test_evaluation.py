"""A self-evaluation before the screen: a score edited with its reason, and a reviewer's beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.acting import shot

pytestmark = pytest.mark.browser
Seat = Callable[[str], Any]
PAGE = "/evaluation/2026/department/"
ITEM = "年度安全考核计划公布时间"


def test_an_edited_score_is_asked_for_its_reason_and_reviewed_with_a_difference(person: Seat) -> None:
    tell_the_day(person("clerk").page)
    edit_the_score(person("finance").page)
    review_the_item(person("reviewer").page)


def tell_the_day(page: Any) -> None:
    """The safety section tells when the plan was made known, first without evidence."""
    page.goto("/")
    page.get_by_role("link", name="绩效自评", exact=True).click()
    page.goto(PAGE)
    page.get_by_role("link", name=ITEM).click()
    page.get_by_label("完成日期").fill("2023-02-20")
    page.get_by_role("button", name="保存完成值").click()
    expect(page.get_by_text("须写明佐证材料")).to_be_visible()
    page.get_by_label("佐证材料（文件名称、文号或台账名称）").fill("考核计划通知")
    page.get_by_role("button", name="保存完成值").click()
    expect(page.get_by_text("不迟于2023年2月28日，得满分")).to_be_visible()


def edit_the_score(page: Any) -> None:
    """Finance gives less than the rule, is asked why, says why; both scores stand on the page."""
    page.goto(PAGE)
    page.get_by_role("link", name=ITEM).click()
    page.get_by_label("修改后的得分").fill("1.5")
    page.get_by_role("button", name="修改得分").click()
    expect(page.get_by_text(f"修改“{ITEM}”的得分须写明原因")).to_be_visible()
    expect(page.get_by_label("修改后的得分")).to_have_value("1.5")
    expect(page.get_by_label("修改原因")).to_have_attribute("aria-invalid", "true")
    page.get_by_label("修改原因").fill("公布后又更正")
    page.get_by_role("button", name="修改得分").click()
    both = page.locator("section", has_text="得分对照")
    expect(both).to_contain_text("2 分")
    expect(both).to_contain_text("1.5 分，测试财务人员")
    expect(both).to_contain_text("公布后又更正")
    shot(page, "evaluation_item")


def review_the_item(page: Any) -> None:
    """The reviewer gives another score; the table shows it with the difference and the reason."""
    page.goto(PAGE)
    page.get_by_role("link", name=ITEM).click()
    page.get_by_label("复核得分（满分 2 分）").fill("1")
    page.get_by_label("复核理由").fill("文件没有日期")
    page.get_by_role("button", name="保存复核得分").click()
    page.get_by_role("link", name="返回得分表").click()
    row = page.get_by_role("row").filter(has_text=ITEM)
    expect(row.get_by_role("cell").nth(-2)).to_have_text("1")
    expect(row.get_by_role("cell").nth(-1)).to_have_text("-0.5")
    expect(row).to_contain_text("复核理由：文件没有日期")
    shot(page, "evaluation_table")
