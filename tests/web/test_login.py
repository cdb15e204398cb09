"""Logging in: one-time passwords are changed first, sessions end, five failures lock."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings

from tests.web.world import PASSWORD, account, client_of

pytestmark = pytest.mark.django_db
FRESH = "another-long-word-26"


def test_who_is_not_logged_in_is_sent_to_the_login_page() -> None:
    answer = Client().get("/registers/operator/")
    assert answer.headers["Location"] == "/login/?next=/registers/operator/"


def test_the_session_gets_a_new_name_at_login() -> None:
    account("clerk")
    client = Client()
    client.get("/login/")
    client.post("/login/", {"username": "clerk", "password": PASSWORD})
    first = client.cookies["sessionid"].value
    client.post("/logout/")
    client.post("/login/", {"username": "clerk", "password": PASSWORD})
    assert client.cookies["sessionid"].value != first


def test_a_one_time_password_opens_only_the_page_that_changes_it() -> None:
    user, client = account("clerk"), client_of("clerk")
    user.must_change_password = True
    user.save()
    assert client.get("/inbox/").headers["Location"] == "/password/"
    assert client.get("/api/v1/registers/").status_code == 403
    assert client.get("/password/").status_code == 200
    typed = {"old_password": PASSWORD, "new_password1": FRESH, "new_password2": FRESH}
    assert client.post("/password/", typed).headers["Location"] == "/"
    assert client.get("/inbox/").status_code == 200


@pytest.mark.parametrize("weak", ["short", "1234567890", "password1234"])
def test_a_weak_password_is_refused_in_chinese(weak: str) -> None:
    typed = {"old_password": PASSWORD, "new_password1": weak, "new_password2": weak}
    answer = client_of("clerk").post("/password/", typed)
    assert answer.status_code == 422
    assert "密码" in bytes(answer.content).decode()


def test_a_wrong_password_is_answered_alike_for_known_and_unknown_names() -> None:
    account("clerk")
    pages = [
        bytes(Client().post("/login/", {"username": name, "password": "wrong"}).content).decode().replace(name, "")
        for name in ("clerk", "nobody")
    ]
    assert "账号或口令不对" in pages[0]
    assert pages[0].split("csrfmiddlewaretoken")[0] == pages[1].split("csrfmiddlewaretoken")[0]


def test_five_failures_lock_and_say_so_in_chinese(settings: Settings) -> None:
    settings.AXES_ENABLED = True
    account("clerk")
    client = Client()
    for _ in range(5):
        answer = client.post("/login/", {"username": "clerk", "password": "wrong"})
    right = client.post("/login/", {"username": "clerk", "password": PASSWORD})
    assert (answer.status_code, right.status_code) == (429, 429)
    assert "账号已锁定" in bytes(right.content).decode()


@pytest.mark.parametrize(
    ("role", "minutes", "ends"), [("clerk", 31, True), ("clerk", 20, False), ("administrator", 16, True)]
)
def test_an_idle_session_ends(role: str, minutes: int, ends: bool) -> None:  # noqa: FBT001 - a column of the table
    client = client_of(role)
    session = client.session
    session["seen"] = int((timezone.now() - timedelta(minutes=minutes)).timestamp())
    session.save()
    assert (client.get("/password/").status_code == 302) is ends


def test_closing_an_account_ends_its_session_at_once() -> None:
    user, client = account("clerk"), client_of("clerk")
    user.is_active = False
    user.save()
    assert client.get("/inbox/").status_code == 302
