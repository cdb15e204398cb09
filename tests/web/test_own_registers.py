"""The pages of registers of one's own: who may what, what is refused, and that the ordinary pages serve them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.registers.own.making import ROWS, workbook
from tests.web.addresses import asked, own_register
from tests.web.world import World, account, client_of
from yunguan.registers.book import book, books
from yunguan.registers.own.definition import from_json
from yunguan.registers.own.tables import OwnRegister


def line(n: int, label: str, **given: str) -> dict[str, str]:
    known = {"label": label, "kind": "text"} | given
    return {f"{name}_{n}": value for name, value in known.items()}


TYPED = {
    "lines": "3",
    "title": "培训签到表",
    "code": "training",
    "purpose": "一人一次一行。",
    "period": "1",
    **line(0, "身份证号", kind="identity_number", unique="together"),
    **line(1, "培训日期", kind="date", unique="together"),
    **line(2, "结果", kind="choice", choices="合格\r\n不合格", required="1"),
}
PERSON = {"c1": "430481198001010013", "c2": "2026-02-03", "c3": "1"}


def post(name: str, url: str, **given: Any) -> Any:
    return client_of(name).post(url, given)


def test_a_register_typed_by_hand_is_a_register_like_any_other(world: World) -> None:
    assert post("head", "/own/new/", **TYPED).status_code == 302
    assert post("clerk", "/registers/own_training/new/", **PERSON).status_code == 302
    client = client_of("clerk")
    page = client.get("/registers/own_training/").content.decode()
    assert "430481198001010013" not in page
    assert "2026-02-03" in page
    rows = client.get("/api/v1/registers/own_training/rows").json()
    assert rows["total"] == 1
    assert rows["rows"][0]["values"]["c3"] == "1"
    assert client.get("/registers/own_training/export/").status_code == 200
    assert client.get("/registers/own_training/template/").status_code == 200


def test_what_is_wrong_is_said_beside_its_line(world: World) -> None:
    answer = post("head", "/own/new/", **(TYPED | line(2, "状态")))
    assert answer.status_code == 422
    assert "系统自带的列" in answer.content.decode()
    assert "own_training" not in books()


def test_more_lines_keep_what_was_typed(world: World) -> None:
    answer = post("head", "/own/new/", **TYPED, more="1")
    assert 'value="培训日期"' in answer.content.decode()
    assert 'name="label_7"' in answer.content.decode()
    assert not OwnRegister.objects.exists()


def test_a_workbook_is_proposed_then_taken(world: World, tmp_path: Path) -> None:
    file = SimpleUploadedFile("隐患排查.xlsx", workbook(tmp_path).read_bytes())
    client = client_of("head")
    page = client.post("/own/upload/", {"workbook": file})
    form, token = page.context["form"], page.context["token"]
    given = {"lines": str(len(form.lines)), "title": form.title, "code": "danger", "period": "1"}
    for each in form.kept:
        required = {"required": "1"} if each.required else {}
        given |= line(
            each.place,
            each.label,
            kind=each.kind,
            unique=each.unique,
            choices=each.choices,
            heading=each.heading,
            **required,
        )
    taken = client.post(f"/own/upload/{token}/", given)
    assert taken.status_code == 302, taken.content.decode()
    assert book("own_danger").model._default_manager.count() == len(ROWS)


def test_no_workbook_and_a_broken_one_are_complained_about(world: World) -> None:
    client = client_of("head")
    broken = SimpleUploadedFile("坏.xlsx", b"not a workbook")
    for given in ({}, {"workbook": broken}):
        assert "notice error" in client.post("/own/upload/", given, follow=True).content.decode()


def test_settings_are_changed_and_a_choice_renamed(world: World) -> None:
    post("head", "/own/new/", **TYPED)
    names = {"name_0": "c1", "name_1": "c2", "name_2": "c3", "version": "1"}
    renamed = line(2, "考试结果", kind="choice", choices="合格\r\n补考\r\n缺考", required="1")
    answer = post("head", "/own/of/training/", **(TYPED | names | renamed))
    assert answer.status_code == 302, answer.content.decode()
    level = from_json(OwnRegister.objects.get().definition).fields[2]
    assert (level.label, level.choices) == ("考试结果", (("1", "合格"), ("2", "补考"), ("3", "缺考")))


def test_a_stale_form_of_settings_is_refused(world: World) -> None:
    post("head", "/own/new/", **TYPED)
    answer = post("head", "/own/of/training/", **(TYPED | {"name_0": "c1", "version": "9"}))
    assert answer.status_code == 422
    assert "已被他人修改" in answer.content.decode()


def test_a_county_fills_what_it_was_asked_and_nothing_else(world: World) -> None:
    task = asked(own_register())
    county = client_of("county")
    assert "来电记录表" in county.get("/inbox/").content.decode()
    assert county.get("/registers/own_calls/").status_code == 200
    county.post("/registers/own_calls/new/", {"c1": "1号"})
    assert book("own_calls").model._default_manager.get().area == "430481"
    assert county.post(f"/own/tasks/{task.pk}/moves/report/").status_code == 302
    late = county.post("/registers/own_calls/new/", {"c1": "2号"})
    assert "已经报送" in late.content.decode()
    assert county.post(f"/own/tasks/{task.pk}/moves/send_back/", {"reason": "x"}).status_code == 422


@pytest.mark.parametrize("name", ["statistics_clerk", "operator"])
def test_who_was_not_asked_does_not_find_the_register(world: World, name: str) -> None:
    asked(own_register())
    assert client_of(name).get("/registers/own_calls/").status_code == 404
    assert account(name).is_active


def test_who_is_late_stands_on_the_heads_desk(world: World) -> None:
    task = asked(own_register())
    type(task).objects.filter(pk=task.pk).update(due_on="2026-03-01")
    page = client_of("head").get("/").content.decode()
    assert "来电记录表（耒阳市道路运输机构）" in page
    assert "超期 1 个" in client_of("head").get("/own/of/calls/requests/").content.decode()
