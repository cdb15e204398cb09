"""A county and an operator see no row, count, figure, export or answer of anybody else's."""

from __future__ import annotations

import json

import pytest
from django.urls import reverse

from tests.web.crawler import crawl, fetch
from tests.web.world import CANARY, IDENTITY, USCC, World, client_of
from yunguan.core.scope import EVERYTHING
from yunguan.office.attachments import Attachment
from yunguan.registers.book import books

OUTSIDERS = ("county", "operator")
ALL_OF_IT = "yunguan.web.access.scope_of"


def starts() -> list[str]:
    """The pages that people begin from, and those that no link leads to."""
    found = ["/", "/inbox/", "/figures/?year=2026", "/returns/", "/api/", "/api/v1/registers/", "/api/v1/figures/2026"]
    for register in books():
        page = reverse("register", args=[register])
        found += [page, f"{page}?q={CANARY}", f"{page}?area=430482", f"{page}export/", f"{page}export/?q={CANARY}"]
        found += [f"/api/v1/registers/{register}/rows", f"/api/v1/registers/{register}/rows?q={CANARY}"]
    return found


@pytest.mark.parametrize("role", OUTSIDERS)
def test_nothing_of_another_county_is_ever_shown(world: World, role: str) -> None:
    pages = list(crawl(client_of(role), *starts()))
    secrets = (f"{CANARY}运输", f"{CANARY}综合", f"{CANARY}师傅", f"{CANARY}0001", USCC["常宁"], IDENTITY["常宁"])
    assert len(pages) > len(starts())
    assert [(page.url, secret) for page in pages for secret in secrets if secret in page.text] == []


def test_the_canary_would_be_seen_by_somebody_who_may(world: World) -> None:
    pages = crawl(client_of("leader"), reverse("register", args=["operator"]))
    assert any(f"{CANARY}运输" in page.text for page in pages)


@pytest.mark.parametrize("role", OUTSIDERS)
def test_every_record_of_another_county_does_not_exist(world: World, role: str) -> None:
    client = client_of(role)
    file = Attachment.objects.get(record_id=world.plans["常宁"].pk, register="emergency_plan")
    for record in (world.companies["常宁"], world.plans["常宁"], world.drivers["常宁"]):
        page = reverse("record", args=[record.register, record.pk])
        row = f"/api/v1/registers/{record.register}/rows/{record.pk}"
        assert {fetch(client, url).status for url in (page, row, f"{row}/moves")} == {404}
        assert client.post(f"{page}reveal/", {"reason": "核对"}).status_code == 404
        assert client.post(f"{page}moves/submit/", {"version": "1"}).status_code == 404
        assert client.post(f"{page}files/").status_code == 404
    assert fetch(client, reverse("file", args=[file.pk])).status == 404


@pytest.mark.parametrize("role", OUTSIDERS)
def test_counts_are_those_of_the_own_rows(world: World, role: str) -> None:
    client = client_of(role)
    answer = json.loads(fetch(client, "/api/v1/registers/operator/rows").text)
    assert (answer["total"], [row["values"]["name"] for row in answer["rows"]]) == (1, ["耒阳平安运输有限公司"])
    assert "共 1 条" in fetch(client, reverse("register", args=["operator"])).text


def test_a_countys_figures_count_its_own_rows(world: World) -> None:
    found = json.loads(fetch(client_of("county"), "/api/v1/figures/2026?as_of=2026-03-31").text)
    plates = {each["id"]: each for each in found}
    assert plates["safety.emergency_plan.required"]["value"] in {None, "0", "1"}


def test_the_crawl_bites_when_the_scope_is_taken_away(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ALL_OF_IT, lambda _: EVERYTHING)
    pages = crawl(client_of("county"), reverse("register", args=["operator"]))
    assert any(f"{CANARY}运输" in page.text for page in pages)
