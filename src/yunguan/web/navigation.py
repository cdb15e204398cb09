"""The frame around every page: who is logged in, which sections and books they find on the left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from yunguan.office.people import Role, User
from yunguan.office.selectors import section_names
from yunguan.registers.book import Book
from yunguan.web.access import (
    ADMINISTRATORS,
    EVALUATORS,
    KEEPERS,
    READERS_OF_FIGURES,
    REPORT_READERS,
    RETURNERS,
    SCHEME_READERS,
    WORKERS,
    books_open_to,
)


@dataclass(frozen=True)
class Link:
    """One entry; ``here`` marks the page that is open."""

    title: str
    href: str
    here: bool


@dataclass(frozen=True)
class Group:
    """Entries under one heading; a closed group opens on a click."""

    title: str
    links: tuple[Link, ...]
    folded: bool = False


_ENTRIES: tuple[tuple[str, str, str, frozenset[Role]], ...] = (
    ("工作", "工作台", "home", WORKERS),
    ("工作", "我的待办", "inbox", WORKERS),
    ("工作", "到期日历", "expiries", WORKERS),
    ("工作", "疑似重复", "doubles", KEEPERS),
    ("工作", "外部数据对账", "takeover", KEEPERS),
    ("数据", "指标", "figures", READERS_OF_FIGURES),
    ("数据", "科室报送", "returns", RETURNERS),
    ("数据", "自建台账", "own-registers", RETURNERS),
    ("数据", "预算执行", "budget", REPORT_READERS),
    ("数据", "绩效自评", "evaluation", EVALUATORS),
    ("数据", "指标体系", "schemes", SCHEME_READERS),
    ("数据", "自评报告", "report", REPORT_READERS),
    ("数据", "接口说明", "api-guide", WORKERS),
    ("系统管理", "账号", "accounts", ADMINISTRATORS),
    ("系统管理", "规则参数", "rules", ADMINISTRATORS),
    ("系统管理", "编号序列", "series", ADMINISTRATORS),
    ("系统管理", "工作日历", "calendar", ADMINISTRATORS),
    ("系统管理", "区划分组", "area-groups", ADMINISTRATORS),
    ("系统管理", "表头对应", "mappings", ADMINISTRATORS),
    ("系统管理", "年度结转", "year-end", ADMINISTRATORS),
    ("系统管理", "查看日志", "access-log", ADMINISTRATORS),
)
_FOLD_FROM = 4
"""Somebody who sees more sections than this finds the others folded."""


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the page's frame shows; nothing before the login."""
    user: Any = getattr(request, "user", None)
    if user is None or not user.is_authenticated or user.must_change_password:
        return {}
    return {"nav_groups": _groups(request, user)}


def by_section(user: User) -> dict[str, list[Book]]:
    """The books that an account sees, under the name of the section that owns them, its own section first."""
    found: dict[str, list[Book]] = {}
    open_books = books_open_to(user)
    names = section_names()
    for code in sorted(names, key=lambda each: each != user.section):
        mine = [book for book in open_books if book.section == code]
        if mine:
            found[names[code]] = mine
    return found


def _groups(request: HttpRequest, user: User) -> list[Group]:
    fixed = {title: _fixed(request, user, title) for title in ("工作", "数据", "系统管理")}
    groups = [Group("工作", fixed["工作"]), *_book_groups(request, user)]
    groups += [Group(title, fixed[title]) for title in ("数据", "系统管理")]
    return [group for group in groups if group.links]


def _fixed(request: HttpRequest, user: User, group: str) -> tuple[Link, ...]:
    found = []
    for title, label, name, roles in _ENTRIES:
        if title != group or user.role not in roles:
            continue
        try:
            href = reverse(name)
        except NoReverseMatch:
            continue
        here = request.path == href or (href != "/" and request.path.startswith(href))
        found.append(Link(label, href, here))
    return tuple(found)


def _book_groups(request: HttpRequest, user: User) -> list[Group]:
    sections = by_section(user)
    groups = []
    for place, (name, owned) in enumerate(sections.items()):
        overview = reverse("section", args=[owned[0].section])
        links = (Link("科室总览", overview, request.path == overview), *(_book_link(request, each) for each in owned))
        mine = place == 0 and bool(user.section)
        folded = len(sections) > _FOLD_FROM and not mine and not any(link.here for link in links)
        groups.append(Group(name, links, folded))
    return groups


def _book_link(request: HttpRequest, book: Book) -> Link:
    href = reverse("register", args=[book.id])
    return Link(book.title, href, request.path.startswith(href))
