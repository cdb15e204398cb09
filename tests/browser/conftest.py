"""A real Chromium before a live server, with the small centre behind it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.fixtures import Settings

from tests.web.world import PASSWORD, World, account
from tests.web.world import world as build

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SCREEN = {"width": 1366, "height": 800}
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the test says what to install."""
    if CHROMIUM is None:
        pytest.fail("没有找到 Chromium，请先安装：apt-get install chromium")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield opened
        opened.close()


@pytest.fixture
def centre(transactional_db: None, settings: Settings, tmp_path: Path) -> World:
    """The small centre, committed, so that the server's threads see it."""
    from yunguan.office.services import seed_office  # noqa: PLC0415 - needs the tables
    from yunguan.registers.services import seed_declared_rules  # noqa: PLC0415 - needs the tables

    settings.HOME = tmp_path
    settings.MEDIA_ROOT = tmp_path / "attachments"
    seed_office()
    seed_declared_rules()
    return build()


class Person:
    """Somebody before the screen; every outside request and every complaint of the page is kept."""

    def __init__(self, browser: Browser, address: str, name: str) -> None:
        context = browser.new_context(viewport=SCREEN, locale="zh-CN", base_url=address, accept_downloads=True)  # type: ignore[arg-type]
        self.page: Page = context.new_page()
        self.outside: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self._keep(request.url, address))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        account(name)
        self.page.goto("/login/")
        self.page.get_by_label("账号").fill(name)
        self.page.get_by_label("口令").fill(PASSWORD)
        self.page.get_by_role("button", name="登录").click()

    def _keep(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:")):
            self.outside.append(url)

    def close(self) -> None:
        """Close the window."""
        self.page.context.close()


@pytest.fixture
def person(browser: Browser, live_server: Any, centre: World) -> Iterator[Any]:
    """Seats somebody before the screen: ``person("clerk")``."""
    seated: list[Person] = []

    def seat(name: str) -> Person:
        seated.append(Person(browser, str(live_server), name))
        return seated[-1]

    yield seat
    for each in seated:
        each.close()
    assert [url for each in seated for url in each.outside] == []
