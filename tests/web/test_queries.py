"""A page asks the database as often for many rows as for few."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.world import NOW, World, account, client_of, plan, practitioner, submitted
from yunguan.evaluation.editions import copy_scheme
from yunguan.evaluation.selectors import score
from yunguan.evaluation.services import explain, review

pytestmark = pytest.mark.once
MOST = 30


def draft_anew() -> None:
    """One more draft of a scheme."""
    finance = account("finance")
    copy_scheme(source="hunan_department_2023", year=2026, subject="department", user=finance, now=NOW)


def queries(role: str, url: str) -> int:
    client = client_of(role)
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize(("role", "url"), [("clerk", "emergency_plan"), ("statistics_clerk", "practitioner")])
def test_a_list_asks_as_often_for_many_rows_as_for_few(world: World, role: str, url: str) -> None:
    page = reverse("register", args=[url])
    few = queries(role, page)
    for number in range(12):
        submitted(plan(world.companies["耒阳"], f"专项预案第{number}号"))
    for category in ("02001", "03001", "03002", "09002"):
        practitioner("耒阳", operator=world.companies["耒阳"], category=category, certificate_no=f"证{category}")
    assert queries(role, page) == few
    assert few <= MOST


def test_the_inbox_asks_as_often_for_many_rows_as_for_few(world: World) -> None:
    few = queries("clerk", "/inbox/")
    for number in range(12):
        submitted(plan(world.companies["耒阳"], f"专项预案第{number}号"))
    assert queries("clerk", "/inbox/") == few


@pytest.mark.parametrize("page", ["/evaluation/?year=2026", "/evaluation/2026/department/"])
def test_an_evaluation_asks_as_often_for_many_words_as_for_few(world: World, page: str) -> None:
    few = queries("finance", page)
    department: dict[str, Any] = {"year": 2026, "subject": "department"}
    for leaf in score(2026).items():
        explain(**department, item=leaf.item.id, reason="会议推迟", measure="提前起草", user=account("finance"))
        review(**department, item=leaf.item.id, value="0", why="没有佐证", user=account("reviewer"), now=NOW)
    assert queries("finance", page) == few


def test_the_schemes_ask_as_often_for_many_editions_as_for_few(world: World) -> None:
    few = queries("finance", "/schemes/")
    for _ in range(8):
        draft_anew()
    assert queries("finance", "/schemes/") == few
