"""Takes the pictures of README.md and docs/pages.md from a demonstration home: `python -m tools.screenshots HOME`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
PICTURES = ROOT / "docs" / "pictures"
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
SCREEN = {"width": 1366, "height": 900}
SECTIONS = (
    "general",
    "personnel",
    "finance",
    "statistics",
    "safety",
    "passenger",
    "urban_transit",
    "freight",
    "stations",
    "maintenance",
    "driver_training",
    "practitioners",
)


def main() -> None:
    """The desk as the leader sees it, and each section's page as its head does, asked about the year 2023."""
    from yunguan.cli.house import know_own_registers, open_house  # noqa: PLC0415 - reads the environment

    home = open_house(Path(sys.argv[1]))
    know_own_registers()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    wanted = {IMAGES / "dashboard.png": ("leader", "/?year=2023")}
    wanted |= {PICTURES / f"{each}.png": (f"{each}.head", f"/sections/{each}/?year=2023") for each in SECTIONS}
    with served(home) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        for path, (username, page) in wanted.items():
            take(browser, address, username, page, path)
            print(f"written: {path.relative_to(ROOT)}")
        browser.close()


def take(browser: Any, address: str, username: str, page: str, path: Path) -> None:
    """One page as an account of the demonstration sees it."""
    path.parent.mkdir(exist_ok=True)
    context = browser.new_context(viewport=SCREEN, locale="zh-CN", base_url=address)
    context.add_cookies([{"name": "sessionid", "value": session_of(username), "url": address}])
    opened = context.new_page()
    opened.goto(page)
    opened.screenshot(path=str(path), full_page=False)
    context.close()


def session_of(username: str) -> str:
    """The key of a session in which an account of the demonstration is logged in."""
    from importlib import import_module  # noqa: PLC0415

    from django.conf import settings  # noqa: PLC0415 - after Django
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415

    from yunguan.office.people import User  # noqa: PLC0415

    user = User.objects.get(username=username)
    user.must_change_password = False
    user.save(update_fields=["must_change_password"])
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The pages of a home on a free port."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = "from yunguan.cli.main import main; main()"
    words = [sys.executable, "-c", code, "serve", "--home", str(home), "--port", str(port)]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            urlopen(f"{address}/login/").close()  # noqa: S310 - our own server
        except URLError:
            time.sleep(0.2)
        else:
            return
    msg = "the server did not answer"
    raise RuntimeError(msg)


if __name__ == "__main__":
    main()
