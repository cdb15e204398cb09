"""Records by page: written by their own section only, moved once, masked, with their history."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.web.world import CHANGNING, IDENTITY, USCC, World, client_of, employee, rows_of
from yunguan.office.access import AccessLog
from yunguan.office.attachments import Attachment
from yunguan.registers.book import book
from yunguan.registers.record import Record

EARLIER = "2026-01-05"
"""A day of publication before the plans of the small centre were handed in."""


def url(record: Record, action: str = "") -> str:
    return reverse("record", args=[record.register, record.pk]) + action


def fresh(record: Record) -> Any:
    return type(record)._base_manager.get(pk=record.pk)


def text(answer: Any) -> str:
    return bytes(answer.content).decode()


def new_plan(**more: str) -> dict[str, str]:
    given = {
        "operator": USCC["耒阳"],
        "plan_title": "现场处置方案",
        "plan_kind": "on_site",
        "edition": "2026",
        "published_on": "2026年3月1日",
        "risk_assessed": "1",
        "resources_surveyed": "1",
    }
    return given | more


def test_a_clerk_files_a_plan_and_the_head_approves_it(world: World) -> None:
    clerk, head = client_of("clerk"), client_of("head")
    clerk.post(reverse("record-new", args=["emergency_plan"]), new_plan())
    plan = rows_of("emergency_plan").get(plan_title="现场处置方案")
    assert clerk.post(url(plan, "moves/submit/"), {"version": "1"}).status_code == 302
    done = head.post(url(plan, "moves/file/"), {"version": "2", "filing_no": "衡道运备〔2026〕1号"})
    assert (done.status_code, fresh(plan).state, fresh(plan).filing_no) == (302, "filed", "衡道运备〔2026〕1号")


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_saved(world: World) -> None:
    typed = new_plan(operator="91430400000000000X", published_on="2026年13月1日")
    answer = client_of("clerk").post(reverse("record-new", args=["emergency_plan"]), typed)
    assert answer.status_code == 422
    assert "“经营业户名录”中没有“91430400000000000X”" in text(answer)
    assert 'value="现场处置方案"' in text(answer)
    assert not rows_of("emergency_plan").filter(plan_title="现场处置方案").exists()


def test_whoever_saves_second_is_told_and_overwrites_nothing(world: World) -> None:
    plan, clerk = world.plans["耒阳"], client_of("clerk")
    version = str(fresh(plan).version)
    typed = new_plan(published_on=EARLIER, version=version)
    assert clerk.post(url(plan, "edit/"), typed | {"plan_title": "先改的"}).status_code == 302
    answer = client_of("head").post(url(plan, "edit/"), typed | {"plan_title": "后改的"})
    assert (answer.status_code, fresh(plan).plan_title) == (409, "先改的")
    assert "已被他人修改" in text(answer)


def test_whoever_moves_second_is_told_who_was_first(world: World) -> None:
    plan, version = world.plans["耒阳"], str(fresh(world.plans["耒阳"]).version)
    client_of("clerk").post(url(plan, "moves/check/"), {"version": version})
    answer = client_of("head").post(url(plan, "moves/check/"), {"version": version})
    assert answer.status_code == 409
    assert "已被他人办理" in text(answer)


def test_the_one_who_submitted_may_not_approve(world: World) -> None:
    plan = world.plans["耒阳"]
    typed = {"version": str(plan.version), "filing_no": "备1号"}
    answer = client_of("clerk").post(url(plan, "moves/file/"), typed)
    assert (answer.status_code, fresh(plan).state) == (403, "submitted")


def test_a_move_owes_what_it_asks(world: World) -> None:
    plan = world.plans["耒阳"]
    answer = client_of("head").post(url(plan, "moves/ask_supplement/"), {"version": str(plan.version)})
    assert (answer.status_code, fresh(plan).state) == (422, "submitted")
    assert "请补填“补正内容”" in text(answer)


def test_what_is_left_blank_is_filled_in_by_the_house_where_it_knows_how(world: World) -> None:
    plan = world.plans["耒阳"]
    client_of("head").post(url(plan, "moves/file/"), {"version": str(plan.version)})
    assert (fresh(plan).state, fresh(plan).filing_no) == ("filed", f"衡道运预案备〔{fresh(plan).filed_on.year}〕0001号")


@pytest.mark.parametrize("role", ["statistics_clerk", "finance", "leader", "reviewer", "county", "operator"])
def test_nobody_outside_the_section_writes_its_books(world: World, role: str) -> None:
    plan, before = world.plans["耒阳"], fresh(world.plans["耒阳"]).plan_title
    client = client_of(role)
    typed = new_plan(version=str(plan.version), plan_title="改了")
    assert client.post(url(plan, "edit/"), typed).status_code in {403, 404}
    assert client.post(reverse("record-new", args=["emergency_plan"]), typed).status_code in {403, 404}
    assert fresh(plan).plan_title == before


def test_another_sections_clerk_sees_the_shared_names_but_moves_nothing(world: World) -> None:
    company = world.companies["耒阳"]
    client = client_of("clerk")
    assert "登记停业" not in text(client.get(url(company)))
    answer = client.post(url(company, "moves/suspend/"), {"version": str(company.version), "reason": "停业"})
    assert (answer.status_code, fresh(company).state) == (403, "operating")


def test_columns_that_the_form_does_not_ask_are_not_taken(world: World) -> None:
    """Every column of the table is sent along; only those of the form may change."""
    plan = world.plans["耒阳"]
    before = fresh(plan)
    forged = {field.name: "1" for field in plan._meta.concrete_fields}
    forged |= {
        "state": "filed",
        "filing_no": "伪造",
        "filed_on": "2026-01-01",
        "created_by": "1",
        "due_on": "2030-01-01",
        "reviewed_on": "",
    }
    typed = forged | new_plan(version=str(before.version), area=CHANGNING, plan_title="改了", published_on=EARLIER)
    assert client_of("clerk").post(url(plan, "edit/"), typed).status_code == 302
    after = fresh(plan)
    kept = ("id", "state", "filing_no", "filed_on", "due_on", "created_by_id", "created_at", "batch_id", "area")
    assert {name: getattr(after, name) for name in kept} == {name: getattr(before, name) for name in kept}
    assert (after.plan_title, after.version) == ("改了", before.version + 1)


def test_personal_numbers_are_masked_everywhere_until_a_reason_is_given(world: World) -> None:
    driver, client = world.drivers["耒阳"], client_of("county")
    for page in (url(driver), reverse("register", args=["practitioner"])):
        assert IDENTITY["耒阳"] not in text(client.get(page))
        assert "13973400002" not in text(client.get(page))
    assert "4304************13" in text(client.get(url(driver)))
    assert client.post(url(driver, "reveal/"), {"reason": " "}).status_code == 422
    assert AccessLog.objects.count() == 0


def test_a_full_view_shows_the_number_and_leaves_a_trace(world: World) -> None:
    driver = world.drivers["耒阳"]
    answer = client_of("county").post(url(driver, "reveal/"), {"reason": "核对证件"})
    assert IDENTITY["耒阳"] in text(answer)
    seen = set(AccessLog.objects.values_list("action", "register", "record_id", "field", "reason", "by__username"))
    personal = {column.name for column in book("practitioner").personal}
    assert personal >= {"identity_number", "mobile"}
    assert seen == {("查看全文", "practitioner", driver.pk, name, "核对证件", "county") for name in personal}


def test_the_form_of_a_change_keeps_personal_numbers_behind_their_mask(world: World) -> None:
    staff, client = employee(), client_of("personnel_clerk")
    page = text(client.get(url(staff, "edit/")))
    assert IDENTITY["耒阳"] not in page
    assert "4304************13" in page
    typed = {"version": "1", "name": "张平安", "unit": "综合科", "post_kind": "worker", "joined_on": "2010-01-01"}
    assert client.post(url(staff, "edit/"), typed).status_code == 302
    assert (fresh(staff).name, fresh(staff).identity_number) == ("张平安", IDENTITY["耒阳"])


def test_a_person_is_not_found_by_a_number_in_the_page_title(world: World) -> None:
    page = text(client_of("leader").get(url(world.drivers["耒阳"])))
    assert IDENTITY["耒阳"] not in page


def test_an_attachment_comes_back_as_a_download_that_nothing_runs(world: World) -> None:
    file = Attachment.objects.get(record_id=world.plans["耒阳"].pk, register="emergency_plan")
    answer = client_of("clerk").get(reverse("file", args=[file.pk]))
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_a_list_is_searched_filtered_and_sorted(world: World) -> None:
    client, page = client_of("statistics_clerk"), reverse("register", args=["operator"])
    assert "共 1 条" in text(client.get(page, {"q": "平安"}))
    assert "共 1 条" in text(client.get(page, {"area": CHANGNING, "sector": "passenger"}))
    assert "共 0 条" in text(client.get(page, {"state": "suspended"}))
    shown = text(client.get(page, {"sort": "-name"}))
    assert shown.index("耒阳平安运输") < shown.index("常宁金丝雀运输")


@pytest.mark.parametrize("asked", ["sort=created_by__password", "sort=-id;drop", "area__gt=1", "page=99999", "q=%25_"])
def test_words_in_the_address_never_become_names_of_columns(world: World, asked: str) -> None:
    answer = client_of("statistics_clerk").get(f"{reverse('register', args=['operator'])}?{asked}")
    assert answer.status_code == 200


@pytest.mark.parametrize("asked", ["?q=%00", "?sector=%00", "%00/"])
def test_a_zero_byte_in_the_address_is_refused(world: World, asked: str) -> None:
    answer = client_of("statistics_clerk").get(f"{reverse('register', args=['operator'])}{asked}")
    assert answer.status_code == 400


def test_a_zero_byte_in_a_form_is_refused(world: World) -> None:
    answer = client_of("clerk").post(reverse("record-new", args=["emergency_plan"]), new_plan(plan_title="预\0案"))
    assert answer.status_code == 400


def test_a_wrong_day_in_a_filter_is_said(world: World) -> None:
    answer = client_of("clerk").get(reverse("register", args=["managers_exam_entry"]), {"from": "昨天"})
    assert answer.status_code == 200
    assert "昨天" in text(answer)
    assert 'role="alert"' in text(answer)


def test_a_reference_is_found_by_name_and_chosen(world: World) -> None:
    client = client_of("clerk")
    offers = text(client.get(reverse("lookup", args=["emergency_plan", "operator"]), {"operator": "平安"}))
    chosen = text(client.get(reverse("choose", args=["emergency_plan", "operator"]), {"key": USCC["耒阳"]}))
    assert USCC["耒阳"] in offers
    assert f'value="{USCC["耒阳"]}"' in chosen


def test_the_history_tells_what_was_before_and_after(world: World) -> None:
    plan, client = world.plans["耒阳"], client_of("clerk")
    typed = new_plan(
        version=str(plan.version), plan_title="综合应急预案修订稿", published_on=EARLIER, change_reason="改错"
    )
    client.post(url(plan, "edit/"), typed)
    page = text(client.get(url(plan)))
    assert "<del>综合应急预案</del>" in page
    assert "<ins>综合应急预案修订稿</ins>" in page
    assert "改错" in page
