"""No page asks another machine for anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE

# A name space is a name, not an address that is fetched.
NAME_SPACES = ("http://www.w3.org/",)
ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s\"'<>)]*", re.IGNORECASE)


def outside_addresses(text: str) -> Iterator[str]:
    """Each address of another machine that a page, style sheet or script names."""
    for match in ADDRESS.finditer(text):
        if not match[0].startswith(NAME_SPACES):
            yield match[0]


def own_assets() -> Iterator[Path]:
    """Pages, style sheets, scripts and drawings, without the libraries kept word for word under `vendor/`."""
    for ending in ("html", "css", "js", "svg"):
        yield from (path for path in PACKAGE.rglob(f"*.{ending}") if "vendor" not in path.parts)


def test_no_page_names_another_machine() -> None:
    found = {path: list(outside_addresses(path.read_text(encoding="utf-8"))) for path in own_assets()}
    assert {str(path.relative_to(PACKAGE)): names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "text",
    ['<script src="https://cdn.example.com/a.js">', "@import url(//fonts.example.com/x.css)", "fetch('http://a.cn/')"],
)
def test_an_outside_address_is_seen(text: str) -> None:
    assert len(list(outside_addresses(text))) == 1


@pytest.mark.parametrize("text", ['<svg xmlns="http://www.w3.org/2000/svg">', "// a remark", "/static/web/app.css"])
def test_name_spaces_and_own_paths_are_no_outside_addresses(text: str) -> None:
    assert list(outside_addresses(text)) == []
