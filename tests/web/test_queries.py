"""A page asks the database as often for many rows as for few."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.world import World, client_of, plan, practitioner, submitted

MOST = 30


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
