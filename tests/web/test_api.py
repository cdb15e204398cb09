"""The interface: the same scope, masks and moves as the pages, answers in Chinese."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from tests.web.world import IDENTITY, USCC, World, client_of
from yunguan.registers.record import Record

ROOT = "/api/v1/registers"


def read(client: Client, url: str) -> Any:
    return json.loads(client.get(url).content)


def order(client: Client, record: Record, **given: Any) -> Any:
    url = f"{ROOT}/{record.register}/rows/{record.pk}/moves"
    return client.post(url, json.dumps(given), content_type="application/json")


@pytest.mark.django_db
def test_nobody_gets_in_without_a_session() -> None:
    answer = Client().get(f"{ROOT}/")
    assert (answer.status_code, json.loads(answer.content)["detail"]) == (401, "请先登录。")


def test_a_schema_tells_columns_and_states(world: World) -> None:
    schema = read(client_of("clerk"), f"{ROOT}/emergency_plan/schema")
    columns = {column["name"]: column for column in schema["columns"]}
    assert (columns["plan_title"]["label"], columns["operator"]["target"]) == ("预案名称", "operator")
    assert {"code": "filed", "label": "已备案", "final": False} in schema["states"]


def test_rows_are_paged_searched_and_masked(world: World) -> None:
    found = read(client_of("county"), f"{ROOT}/practitioner/rows?q=张平")
    assert (found["total"], found["page"], found["pages"]) == (1, 1, 1)
    assert found["rows"][0]["values"]["identity_number"] == "4304************13"
    assert IDENTITY["耒阳"] not in json.dumps(found)


def test_a_move_is_made_once(world: World) -> None:
    plan, client = world.plans["耒阳"], client_of("clerk")
    codes = {each["code"] for each in read(client, f"{ROOT}/emergency_plan/rows/{plan.pk}/moves")}
    assert codes == {"check", "ask_supplement"}
    done = order(client, plan, transition="check", version=plan.version)
    again = order(client, plan, transition="check", version=plan.version)
    assert (done.status_code, json.loads(done.content)["state"], again.status_code) == (200, "checking", 409)
    assert "已被他人办理" in json.loads(again.content)["detail"]


def test_a_move_that_is_not_the_persons_is_refused(world: World) -> None:
    plan = world.plans["耒阳"]
    answer = order(client_of("county"), plan, transition="check", version=plan.version)
    assert answer.status_code == 403
    assert order(client_of("clerk"), plan, transition="explode", version=1).status_code == 404


def test_a_move_without_what_it_asks_names_the_column(world: World) -> None:
    plan = world.plans["耒阳"]
    answer = json.loads(order(client_of("clerk"), plan, transition="ask_supplement", version=plan.version).content)
    assert [problem["field"] for problem in answer["problems"]] == ["missing_items"]


def test_a_malformed_order_is_answered_in_chinese(world: World) -> None:
    answer = order(client_of("clerk"), world.plans["耒阳"], transition=1)
    assert answer.status_code == 422
    assert "不合要求" in json.loads(answer.content)["detail"]


def test_a_writing_call_owes_the_token(world: World) -> None:
    client, plan = Client(enforce_csrf_checks=True), world.plans["耒阳"]
    client.cookies = client_of("clerk").cookies
    assert order(client, plan, transition="check", version=plan.version).status_code == 403


def test_money_and_references_are_given_as_people_write_them(world: World) -> None:
    row = read(client_of("clerk"), f"{ROOT}/emergency_plan/rows")["rows"][0]
    assert row["values"]["operator"] in {"耒阳平安运输有限公司", "常宁金丝雀运输有限公司"}
    assert row["values"]["published_on"] == "2026-01-05"


def test_figures_come_with_their_origin(world: World) -> None:
    found = {each["id"]: each for each in read(client_of("leader"), "/api/v1/figures/2026")}
    assert found["safety.emergency_plan.filed"]["origin"] in {"computed", None}
    assert client_of("operator").get("/api/v1/figures/2026").status_code == 403


def test_the_description_and_its_guide_name_every_operation(world: World) -> None:
    schema = read(client_of("clerk"), "/api/v1/openapi.json")
    guide = client_of("clerk").get("/api/").content.decode()
    assert schema["paths"]
    assert all(address in guide for address in schema["paths"])
    assert USCC["耒阳"] not in guide
