"""The pages of the schemes: copied, changed, put in use, frozen, taken further."""

from __future__ import annotations

from typing import Any

import pytest

from tests.web.addresses import draft
from tests.web.world import World, client_of
from yunguan.evaluation.editions import edition_named, scheme_named
from yunguan.evaluation.selectors import scheme_of
from yunguan.web.scheme_form import form_of
from yunguan.web.settings_form import form_of as settings_of

ITEM = "output.timeliness.exam_plan"
PAGE = "/schemes/department_2026@1/"

pytestmark = pytest.mark.django_db


def post(name: str, where: str, **typed: Any) -> Any:
    return client_of(name).post(where, typed)


def words(name: str, where: str) -> str:
    return client_of(name).get(where).content.decode()


def save_item(page: str = PAGE, **changes: str) -> Any:
    """Finance sends the form of the item with some fields typed anew."""
    texts = form_of(scheme_named("department_2026@1").item(ITEM)).texts
    return client_of("finance").post(f"{page}items/{ITEM}/", texts | changes)


def test_finance_copies_a_scheme_and_scores_by_it_once_it_is_in_use(world: World) -> None:
    typed = {"source": "hunan_department_2023", "year": "2026", "subject": "department", "title": "2026年自评"}
    assert post("finance", "/schemes/copy/", **typed).status_code == 302
    assert scheme_of(2026, "department").code == "hunan_department_2023"
    post("finance", f"{PAGE}use/")
    assert scheme_of(2026, "department").title == "2026年自评"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"year": "去年"}, "四位数字"),
        ({"subject": "nobody"}, "2026 年没有这个评价对象"),
        ({"source": "nothing"}, "没有名为“nothing”的指标体系"),
        ({"source": "hunan_project_2023"}, "不能用于所选的评价对象"),
    ],
)
def test_a_copy_that_cannot_be_is_refused_with_what_to_do(
    world: World, changes: dict[str, str], complaint: str
) -> None:
    typed = {"source": "hunan_department_2023", "year": "2026", "subject": "department"} | changes
    answer = post("finance", "/schemes/copy/", **typed)
    assert answer.status_code == 422
    assert complaint in answer.content.decode()


def test_an_item_is_changed_in_the_draft_and_its_faults_are_listed(world: World) -> None:
    draft()
    assert save_item(points="3", title="考核计划公布").status_code == 302
    page = words("reviewer", PAGE)
    assert "考核计划公布" in page
    assert "应为 8 分，下级指标合计 9 分" in page


def test_faults_are_listed_while_one_types_and_nothing_is_kept(world: World) -> None:
    draft()
    texts = form_of(scheme_named("department_2026@1").item(ITEM)).texts
    check = f"{PAGE}items/{ITEM}/check/"
    assert "下级指标合计 9 分" in post("finance", check, **texts | {"points": "3"}).content.decode()
    assert "不是数字" in post("finance", check, **texts | {"points": "三"}).content.decode()
    assert scheme_named("department_2026@1").item(ITEM).points == 2


def test_a_form_that_cannot_be_read_keeps_what_was_typed(world: World) -> None:
    draft()
    answer = save_item(points="三分", title="新名称")
    assert answer.status_code == 422
    assert 'value="新名称"' in answer.content.decode()


def test_a_draft_with_faults_is_not_put_in_use(world: World) -> None:
    draft()
    save_item(points="3")
    answer = post("finance", f"{PAGE}use/")
    assert answer.status_code == 422
    assert edition_named("department_2026@1").state == "draft"  # type: ignore[union-attr]


def test_what_is_in_use_is_frozen_and_goes_on_as_a_further_edition(world: World) -> None:
    draft()
    post("finance", f"{PAGE}use/")
    refused = save_item(points="3")
    assert refused.status_code == 422
    assert "使用中的指标体系不能直接修改" in refused.content.decode()
    assert client_of("finance").get(f"{PAGE}items/{ITEM}/").status_code == 302
    assert post("finance", f"{PAGE}revise/", why=" ").status_code == 422
    assert post("finance", f"{PAGE}revise/", why="财政批复调整").headers["Location"] == "/schemes/department_2026@2/"
    assert scheme_of(2026, "department").item(ITEM).points == 2


def test_items_come_and_go_below_a_group(world: World) -> None:
    draft()
    made = post("finance", f"{PAGE}groups/output.timeliness/", add="1", title="新指标", points="1").headers["Location"]
    assert "新指标" in words("finance", made)
    post("finance", f"{made}remove/")
    assert "新指标" not in words("finance", PAGE)


def test_a_group_is_weighed_anew_and_not_removed_while_items_are_left(world: World) -> None:
    draft()
    group = f"{PAGE}groups/output.timeliness/"
    assert post("finance", group, title="时效", points="八").status_code == 422
    post("finance", group, title="时效", points="9")
    assert "“时效”应为 9 分，下级指标合计 8 分" in words("finance", PAGE)
    assert post("finance", f"{group}remove/").status_code == 422


def test_settings_are_changed_with_their_documents(world: World) -> None:
    draft()
    page = words("finance", f"{PAGE}settings/")
    assert "财预〔2020〕10号" in page
    texts = settings_of(scheme_named("department_2026@1")).texts | {"caps": "80 79", "doc.caps": "湘财绩〔2024〕1号"}
    assert post("finance", f"{PAGE}settings/", **texts).status_code == 302
    shown = words("leader", PAGE)
    assert "执行率低于 80% 的总分不超过 79 分" in shown
    assert "湘财绩〔2024〕1号" in shown


def test_an_edition_is_compared_with_what_it_was_made_from(world: World) -> None:
    draft()
    save_item(points="3")
    page = words("head", f"{PAGE}against/")
    assert "<span>分值</span><del>2</del>" in page


@pytest.mark.parametrize("name", ["head", "leader", "reviewer"])
def test_readers_read_and_do_not_write(world: World, name: str) -> None:
    draft()
    assert "修改设置" not in words(name, PAGE)
    assert post(name, f"{PAGE}use/").status_code == 403
    assert post(name, "/schemes/copy/").status_code == 403


@pytest.mark.parametrize("name", ["clerk", "county", "operator", "administrator"])
def test_others_see_no_scheme(world: World, name: str) -> None:
    assert [client_of(name).get(each).status_code for each in ("/schemes/", "/schemes/hunan_sheet_2018/")] == [403, 403]


def test_what_ships_is_shown_and_never_edited(world: World) -> None:
    shipped = "/schemes/hunan_department_2023/"
    assert "系统自带" in words("finance", shipped)
    assert client_of("finance").get(f"{shipped}items/{ITEM}/").status_code == 404
    assert post("finance", f"{shipped}use/").status_code == 404
