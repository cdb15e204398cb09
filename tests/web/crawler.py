"""Walks every page that an account can reach by its links."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit
from zipfile import ZipFile

from django.test import Client
from django.urls import Resolver404, resolve
from lxml import html

MOST_PAGES = 3000


@dataclass(frozen=True)
class Page:
    """What one address answered."""

    url: str
    status: int
    kind: str
    content: bytes

    @property
    def is_html(self) -> bool:
        """Whether people see it."""
        return self.kind.startswith("text/html") and bool(self.content.strip())

    @property
    def text(self) -> str:
        """Everything in it, also what a workbook holds inside."""
        if self.content[:2] == b"PK":
            with ZipFile(io.BytesIO(self.content)) as file:
                return "\n".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())
        return self.content.decode("utf-8", "replace")


def crawl(client: Client, *starts: str, of_a_kind: int = MOST_PAGES) -> Iterator[Page]:
    """Every page reached from the starts, each once, at most so many of one kind; forms are not sent."""
    waiting, seen, kinds = list(starts), set(starts), Counter[str]()
    while waiting and len(seen) < MOST_PAGES:
        url = waiting.pop(0)
        if url not in starts and not _wanted(url, kinds, of_a_kind):
            continue
        page = fetch(client, url)
        yield page
        fresh = [link for link in dict.fromkeys(links(page)) if link not in seen]
        seen.update(fresh)
        waiting += fresh


def _wanted(url: str, kinds: Counter[str], of_a_kind: int) -> bool:
    try:
        kind = resolve(urlsplit(url).path).url_name or ""
    except Resolver404:
        return True
    kinds[kind] += 1
    return kinds[kind] <= of_a_kind


def fetch(client: Client, url: str) -> Page:
    """One address."""
    answer: Any = client.get(url)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return Page(url, answer.status_code, answer.headers.get("Content-Type", ""), content)


def links(page: Page) -> Iterator[str]:
    """The house's own addresses that a page leads to."""
    if not page.is_html:
        return
    for href in sought(page, "//@href | //@hx-get"):
        parts = urlsplit(urljoin(page.url, href))
        if not parts.netloc and parts.path and not parts.path.startswith("/static/"):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def sought(page: Page, path: str) -> list[Any]:
    """What an XPath finds on a page."""
    found: Any = html.fromstring(page.content).xpath(path)
    return list(found)
