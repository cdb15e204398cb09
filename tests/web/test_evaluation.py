"""The pages of the self-evaluation: who tells, edits and reviews what, and what is asked for."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.world import NOW, World, account, client_of
from yunguan.evaluation import services

PAGE = "/evaluation/2026/department/"
PLAN = f"{PAGE}items/output.timeliness.exam_plan/"
RULES = f"{PAGE}items/benefit.lasting.rules/"
LOCKED = f"{PAGE}items/execution.budget.rate/"

pytestmark = pytest.mark.django_db


def post(name: str, where: str, **typed: Any) -> Any:
    return client_of(name).post(where, typed)


def words(name: str, where: str) -> str:
    return client_of(name).get(where).content.decode()


def told(day: str = "2023-02-20") -> None:
    """The safety section tells when the plan was made known."""
    assert post("clerk", f"{PLAN}reached/", reached=day, evidence="考核计划通知").status_code == 302


def test_a_section_tells_what_its_item_came_to_and_the_score_follows(world: World) -> None:
    told()
    page = words("leader", PLAN)
    assert "2023年2月20日完成，不迟于2023年2月28日，得满分。" in page
    assert "考核计划通知" in page
    assert "无数据" not in page, "what a section tells has no operands"


def test_another_section_sees_the_item_and_cannot_write(world: World) -> None:
    assert "年度安全考核计划公布时间" in words("statistics_clerk", PLAN)
    assert "保存完成值" not in words("statistics_clerk", PLAN)
    assert post("statistics_clerk", f"{PLAN}reached/", reached="2023-02-20", evidence="通知").status_code == 403


@pytest.mark.parametrize("name", ["county", "operator", "administrator"])
def test_outsiders_see_nothing_of_it(world: World, name: str) -> None:
    assert [client_of(name).get(each).status_code for each in ("/evaluation/", PAGE, PLAN)] == [403, 403, 403]


@pytest.mark.parametrize(
    ("form", "typed", "complaint"),
    [
        ("reached", {"reached": "去年", "evidence": "通知"}, "不是日期"),
        ("reached", {"reached": "2023-02-20"}, "须写明佐证材料"),
        ("score", {"why": "有原因"}, "请填写修改后的得分"),
        ("score", {"value": "1.5"}, "的得分须写明原因"),
        ("score", {"value": "2.5", "why": "有原因"}, "须在 0 至 2 分之间"),
        ("score", {"value": "1.234", "why": "有原因"}, "最多两位小数"),
    ],
)
def test_what_is_wrong_stands_on_the_page_and_nothing_is_kept(
    world: World, form: str, typed: dict[str, str], complaint: str
) -> None:
    answer = post("finance", f"{PLAN}{form}/", **typed)
    assert answer.status_code == 422
    assert complaint in answer.content.decode()
    assert "还没有填报和修改" in words("finance", PLAN)


def test_a_refused_form_keeps_what_was_typed(world: World) -> None:
    page = post("finance", f"{PLAN}score/", value="1.5").content.decode()
    assert 'name="value" value="1.5"' in page
    assert 'name="why" value="" maxlength="300" autocomplete="off" aria-invalid="true"' in page


def test_both_scores_stay_with_who_and_why_until_the_edit_is_taken_back(world: World) -> None:
    told()
    post("finance", f"{PLAN}score/", value="1.5", why="公布后又更正")
    page = words("leader", PAGE)
    assert "测试财务人员于" in page
    assert "改为 1.5 分：公布后又更正" in page
    post("finance", f"{PLAN}take-back/")
    assert "改为 1.5 分" not in words("leader", PAGE)
    assert "公布后又更正" in words("leader", PLAN), "the history keeps it"


def test_a_locked_item_offers_no_edit_and_takes_none(world: World) -> None:
    assert "修改后的得分" not in words("finance", LOCKED)
    answer = post("finance", f"{LOCKED}score/", value="5", why="有原因")
    assert answer.status_code == 422
    assert "由系统计分，不能修改" in answer.content.decode()


def test_ticks_of_a_check_list_are_kept_and_no_tick_at_all_is_no_answer(world: World) -> None:
    post("finance", f"{RULES}reached/", clause=["finance", "assets"], evidence="制度汇编")
    assert "有 2 项要点不符合" in words("finance", RULES)
    post("finance", f"{RULES}reached/", evidence="制度汇编")
    assert "没有实际完成值" in words("finance", RULES)
    post("finance", f"{RULES}reached/", none="1", evidence="制度汇编")
    assert "有 4 项要点不符合" in words("finance", RULES)


def test_an_item_that_does_not_apply_leaves_its_points_to_its_neighbours(world: World) -> None:
    post("finance", f"{RULES}reached/", skips="1")
    assert "分值按比例分摊到其他指标" in words("finance", RULES)
    neighbour = words("finance", f"{PAGE}items/benefit.lasting.published/")
    assert "不适用指标的分值已分摊" in neighbour


def test_a_reviewer_scores_beside_the_unit_and_a_difference_owes_a_reason(world: World) -> None:
    told()
    assert post("reviewer", f"{PLAN}review/", value="1").status_code == 422
    assert post("reviewer", f"{PLAN}review/", value="1", why="文件没有日期").status_code == 302
    page = words("reviewer", PAGE)
    assert "-1" in page
    assert "复核理由：文件没有日期" in page
    assert post("finance", f"{PLAN}review/", value="1", why="试").status_code == 403


def test_reason_and_measure_stand_in_the_table(world: World) -> None:
    told("2023-03-20")
    post("clerk", f"{PLAN}explain/", reason="会议推迟", measure="提前一个月起草")
    page = words("leader", PAGE)
    assert "原因：会议推迟" in page
    assert "措施：提前一个月起草" in page


def test_what_the_gate_holds_against_it_leads_to_the_item(world: World) -> None:
    page = words("finance", PAGE)
    assert "报送前检查：必须改正" in page
    assert f'<a href="{PLAN}">年度安全考核计划公布时间 › 实际完成值</a>' in page


def test_rounds_are_kept_and_compared_item_by_item(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "inspect", lambda _: ())
    for day in ("2023-02-20", "2023-03-20"):
        told(day)
        services.hand_in(year=2026, subject="department", user=account("finance"), now=NOW)
    page = words("reviewer", f"{PAGE}rounds/")
    assert "第 1 次与第 2 次比较" in page
    assert "<del>2023-02-20</del>" in page
    assert "1 项指标有变化" in page


def test_evidence_files_hang_on_the_item(world: World) -> None:
    file = SimpleUploadedFile("通知.pdf", "通知".encode())
    assert post("clerk", f"{PLAN}files/", file=file).status_code == 302
    assert "通知.pdf" in words("reviewer", PLAN)
    link = _link(client_of("reviewer"))
    answer: Any = client_of("reviewer").get(link)
    assert b"".join(answer.streaming_content) == "通知".encode()
    assert client_of("county").get(link).status_code == 403
    assert client_of("reviewer").get(link.replace("exam_plan", "warnings")).status_code == 404


def _link(client: Client) -> str:
    parts = client.get(PLAN).content.decode().split('"')
    return next(each for each in parts if each.startswith(f"{PLAN}files/") and each != f"{PLAN}files/")


def test_a_file_that_was_not_chosen_is_asked_for(world: World) -> None:
    answer = post("clerk", f"{PLAN}files/")
    assert answer.status_code == 422
    assert "请先选择要上传的佐证材料" in answer.content.decode()


@pytest.mark.parametrize(
    "url",
    ["/evaluation/2026/nobody/", "/evaluation/1900/department/", "/evaluation/2005/department/", f"{PAGE}items/x/"],
)
def test_what_is_not_evaluated_is_not_found(world: World, url: str) -> None:
    assert client_of("finance").get(url).status_code == 404


def test_a_year_without_a_scheme_is_said(world: World) -> None:
    assert "2005 年没有可用的部门整体支出指标体系" in words("finance", "/evaluation/?year=2005")
