"""Every page in Chinese, without anything from outside, with a name on every input."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from tests.web.crawler import Page, crawl, fetch, sought
from tests.web.world import World, client_of
from yunguan.registers.book import books

pytestmark = pytest.mark.once
LATIN = re.compile(r"[A-Za-z]{2,}")
KNOWN = {"Excel", "Word", "API", "OpenAPI", "CSRF", "VIN", "xlsx", "MB", "KB", "GET", "POST", "SHA", "pdf", "PDF"}
GRADES = {"AA", "AAA", "AAAA", "AAAAA"}
STANDARDS = {"GB", "JT", "GA"}
SKIPPED = ("code", "script", "style")
OUTSIDE = re.compile(r"""(?:https?:)?//[a-z0-9.-]+\.[a-z]""", re.IGNORECASE)
ROLES = ("clerk", "head", "finance", "leader", "reviewer", "county", "operator", "administrator")


def visible_words(page: Page) -> Iterator[str]:
    """What a reader sees or hears: texts, titles, labels of inputs and buttons."""
    tree: Any = html.fromstring(page.content)
    for each in tree.xpath("|".join(f"//{name}" for name in SKIPPED)):
        each.drop_tree()
    yield from tree.xpath("//text()")
    yield from tree.xpath("//@title | //@aria-label | //@placeholder | //@alt")


def latin_left(page: Page, allowed: set[str]) -> set[str]:
    """Latin words on a page that are neither terms nor what somebody entered."""
    words = {word for text in visible_words(page) for word in LATIN.findall(text)}
    return {word for word in words if word not in KNOWN | GRADES | STANDARDS | allowed}


def begun(role: str) -> Iterator[str]:
    """Pages to begin from beside the desk: the leader's list of every register, a clerk's empty form."""
    if role == "leader":
        yield from (reverse("register", args=[register]) for register in books())
    if role == "clerk":
        yield reverse("record-new", args=["emergency_plan"])


@pytest.fixture
def entered(world: World) -> set[str]:
    """Latin words in the data themselves: codes of projects and companies, account names, parameters."""
    names = {word for name in ("clerk", "head", "statistics_clerk") for word in LATIN.findall(name)}
    return names | set(
        LATIN.findall(
            "DLYSFW YBSJ LLRYPX MA finance leader county operator reviewer administrator book_id pk year as_of page"
        )
    )


@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_there_in_chinese_from_this_machine_and_names_its_inputs(
    world: World, entered: set[str], role: str
) -> None:
    found = list(crawl(client_of(role), "/", "/password/", *begun(role), of_a_kind=4))
    pages = [page for page in found if page.is_html]
    assert [(page.url, page.status) for page in found if page.status not in {200, 302}] == []
    assert {page.url: latin_left(page, entered) for page in pages if latin_left(page, entered)} == {}
    assert [(page.url, OUTSIDE.findall(page.text)) for page in pages if OUTSIDE.search(page.text)] == []
    assert [(page.url, each) for page in pages for each in inputs_without_label(page)] == []


@pytest.mark.parametrize("url", ["/login/", "/nowhere/", "/administration/accounts/", "/registers/none/"])
def test_login_and_error_pages_are_chinese(world: World, url: str) -> None:
    client = Client() if url == "/login/" else client_of("clerk")
    page = fetch(client, url)
    assert page.is_html
    assert latin_left(page, set()) == set()


def test_a_page_left_in_english_is_found() -> None:
    page = Page("/", 200, "text/html", b"<p>Search</p><input placeholder='Type here'><code>pk_code</code>")
    assert latin_left(page, set()) == {"Search", "Type", "here"}


def inputs_without_label(page: Page) -> Iterator[str]:
    """Inputs that neither a label nor aria-label names."""
    labelled = set(sought(page, "//label/@for"))
    for each in sought(page, "//input[@type!='hidden'] | //input[not(@type)] | //select | //textarea"):
        inside = each.xpath("ancestor::label")
        if not (each.get("aria-label") or each.get("id") in labelled or inside):
            yield str(each.get("name"))


def test_the_scripts_and_styles_come_from_the_house(world: World) -> None:
    page = fetch(client_of("clerk"), "/")
    sources = sought(page, "//script/@src | //link/@href")
    assert sources
    assert all(source.startswith("/static/") for source in sources)


def test_no_template_holds_script_or_style_of_its_own() -> None:
    import yunguan.web  # noqa: PLC0415 - only to find its folder

    folder = Path(yunguan.web.__path__[0]) / "templates"
    inline = re.compile(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", re.IGNORECASE)
    assert [path.name for path in folder.rglob("*.html") if inline.search(path.read_text(encoding="utf-8"))] == []
