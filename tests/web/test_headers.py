"""What every answer carries: a policy without inline code, nothing kept, nothing guessed; errors in Chinese."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.web.world import World, client_of

PAGES = ("/", "/inbox/", "/registers/operator/", "/figures/", "/returns/", "/nowhere/", "/administration/accounts/")


@pytest.mark.parametrize("url", PAGES)
def test_every_page_carries_its_protection(world: World, url: str) -> None:
    headers = client_of("clerk").get(url).headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store, private"
    assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == ("nosniff", "DENY")
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("url", "status", "words"), [("/nowhere/", 404, "没有找到"), ("/returns/999/", 404, "没有找到")]
)
def test_errors_are_told_in_chinese_with_a_way_out(world: World, url: str, status: int, words: str) -> None:
    answer = client_of("clerk").get(url)
    assert (answer.status_code, words in bytes(answer.content).decode()) == (status, True)
    assert "返回工作台" in bytes(answer.content).decode()


def test_a_refused_page_says_whom_to_ask(world: World) -> None:
    answer = client_of("clerk").get("/administration/accounts/")
    assert answer.status_code == 403
    assert "请联系" in bytes(answer.content).decode()


def test_a_get_where_only_a_form_may_come_is_answered_in_chinese(world: World) -> None:
    answer = client_of("clerk").get("/logout/")
    assert (answer.status_code, "不能这样打开" in bytes(answer.content).decode()) == (405, True)


def test_a_form_from_elsewhere_is_refused_in_chinese(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/login/", {"username": "clerk", "password": "x"})
    assert (answer.status_code, "页面已过期" in bytes(answer.content).decode()) == (403, True)


def test_a_fault_of_the_program_shows_no_trace(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("SELECT secret FROM office_user")

    monkeypatch.setattr("yunguan.web.pages.inbox.piles", fail)
    client = client_of("clerk")
    client.raise_request_exception = False
    answer = client.get("/inbox/")
    assert (answer.status_code, "系统出错" in bytes(answer.content).decode()) == (500, True)
    assert b"secret" not in answer.content
