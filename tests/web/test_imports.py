"""Workbooks by page: templates, exports, imports with their refusals, headings settled once."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from tests.web.crawler import fetch
from tests.web.world import CANARY, IDENTITY, USCC, World, client_of, rows_of
from yunguan.office.access import AccessLog
from yunguan.registers.tables import SavedMapping

HEAD = ("统一社会信用代码", "预案名称", "预案种类", "版本号", "公布日期", "风险评估结果", "应急资源调查清单")
GOOD = (USCC["耒阳"], "专项应急预案", "专项应急预案", "2026-1", "2026-01-06", "是", "是")
BAD = (USCC["耒阳"], "现场处置方案", "没有这一种", "2026-1", "昨天", "是", "是")
PLANS = reverse("import", args=["emergency_plan"])


def workbook(
    *rows: tuple[Any, ...], head: tuple[str, ...] = HEAD, sheet: str = "应急预案备案台账"
) -> SimpleUploadedFile:
    made = Workbook()
    page = made.worksheets[0]
    page.title = sheet
    for row in (head, *rows):
        page.append(row)
    content = io.BytesIO()
    made.save(content)
    return SimpleUploadedFile("预案.xlsx", content.getvalue())


def titles() -> set[str]:
    return set(rows_of("emergency_plan").values_list("plan_title", flat=True))


def text(answer: Any) -> str:
    return bytes(answer.content).decode()


def cells(answer: Any) -> str:
    content = b"".join(answer.streaming_content)
    return "|".join(str(cell) for row in load_workbook(io.BytesIO(content)).worksheets[0].values for cell in row)


def test_a_clean_workbook_is_imported(world: World) -> None:
    answer = client_of("clerk").post(PLANS, {"workbook": workbook(GOOD)})
    assert answer.status_code == 200
    assert "专项应急预案" in titles()
    assert "接收<b>1</b>" in text(answer)


def test_one_refused_row_keeps_the_whole_workbook_out_and_is_shown_with_its_place(world: World) -> None:
    answer = client_of("clerk").post(PLANS, {"workbook": workbook(GOOD, BAD)})
    page = text(answer)
    assert answer.status_code == 422
    assert titles().isdisjoint({"专项应急预案", "现场处置方案"})
    assert "拒收<b>1</b>" in page
    assert all(words in page for words in ("没有这一种", "昨天", "公布日期", '<td class="number">3</td>'))


def test_the_right_rows_are_imported_on_demand_and_the_marked_copy_is_given(world: World) -> None:
    client = client_of("clerk")
    page = text(client.post(PLANS, {"workbook": workbook(GOOD, BAD)}))
    token = page.split("/again/")[0].rpartition("/")[2]
    marked = client.get(reverse("import-marked", args=["emergency_plan", token]))
    assert "拒收：" in cells(marked)
    client.post(reverse("import-again", args=["emergency_plan", token]), {"partial": "1"})
    assert "专项应急预案" in titles()
    assert "现场处置方案" not in titles()


def test_nobody_else_fetches_an_uploaded_workbook(world: World) -> None:
    page = text(client_of("clerk").post(PLANS, {"workbook": workbook(GOOD, BAD)}))
    token = page.split("/again/")[0].rpartition("/")[2]
    assert client_of("head").get(reverse("import-marked", args=["emergency_plan", token])).status_code == 404


def test_an_unknown_heading_is_asked_for_once_and_kept_for_its_source(world: World) -> None:
    client = client_of("clerk")
    head = (HEAD[0], "方案的名字", *HEAD[2:])
    page = text(client.post(PLANS, {"workbook": workbook(GOOD, head=head)}))
    assert "方案的名字" in page
    token = page.split("/settle/")[0].rpartition("/")[2]
    answer = {"target": "emergency_plan", "source": "旧系统", "heading": "方案的名字", "column": "plan_title"}
    client.post(reverse("import-settle", args=["emergency_plan", token]), answer)
    assert "专项应急预案" in titles()
    assert SavedMapping.objects.get().headers == {"方案的名字": "plan_title"}


@pytest.mark.parametrize(("name", "words"), [("预案.xls", "不是 xlsx"), ("预案.xlsx", "Excel")])
def test_a_file_that_is_no_workbook_is_refused_in_words(world: World, name: str, words: str) -> None:
    answer = client_of("clerk").post(PLANS, {"workbook": SimpleUploadedFile(name, b"no workbook at all")})
    assert answer.status_code == 422
    assert words in text(answer)


def test_a_clerk_imports_nothing_into_another_sections_book(world: World) -> None:
    sheet = workbook(("甲公司", USCC["耒阳"]), head=("业户名称", "统一社会信用代码"), sheet="经营业户名录")
    answer = client_of("clerk").post(PLANS, {"workbook": sheet})
    assert answer.status_code == 422
    assert "您不能向《经营业户名录》导入" in text(answer)


def test_the_template_has_the_headings_of_the_book(world: World) -> None:
    shown = cells(client_of("clerk").get(reverse("template", args=["emergency_plan"])))
    assert all(heading in shown for heading in HEAD)


def test_an_export_keeps_to_the_scope_and_masks_personal_numbers(world: World) -> None:
    shown = cells(client_of("county").get(reverse("export", args=["practitioner"])))
    assert CANARY not in shown
    assert IDENTITY["耒阳"] not in shown
    assert "4304************13" in shown


def test_a_full_export_owes_a_reason_and_leaves_a_trace(world: World) -> None:
    client, url = client_of("county"), reverse("export", args=["practitioner"])
    assert client.post(url, {"reason": ""}).status_code == 302
    shown = cells(client.post(url, {"reason": "年审核对"}))
    assert IDENTITY["耒阳"] in shown
    assert set(AccessLog.objects.values_list("action", "reason")) == {("导出全文", "年审核对")}


def test_an_export_can_be_imported_again_as_it_is(world: World) -> None:
    client = client_of("clerk")
    content = fetch(client, reverse("export", args=["emergency_plan"])).content
    answer = client.post(PLANS, {"workbook": SimpleUploadedFile("again.xlsx", content)})
    assert answer.status_code == 200
    assert "跳过<b>3</b>" in text(answer)
