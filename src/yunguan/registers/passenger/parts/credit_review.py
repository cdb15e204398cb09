"""What is asked before a rating moves on, and what its publication and its objections bring about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context
from yunguan.office.organisation import OrgUnit
from yunguan.office.workflow.runtime import Order
from yunguan.registers.passenger.parts.credit_days import last_day
from yunguan.registers.passenger.parts.credit_marks import missing


def self_complete(rating: Any, context: Context) -> Iterator[Problem]:
    """The operator marks every item."""
    del context
    yield from missing(rating, "self")


def county_complete(rating: Any, context: Context) -> Iterator[Problem]:
    """Items that the county left untouched stand as the operator marked them."""
    del context
    yield from missing(rating, "county", "self")


def centre_complete(rating: Any, context: Context) -> Iterator[Problem]:
    """Items that the centre left untouched stand as the county marked them."""
    del context
    yield from missing(rating, "centre", "county")


def self_is_late(rating: Any, context: Context) -> Iterator[Problem]:
    """The county goes on without the operator's marks only when the time for them is over."""
    due = last_day("self_by", rating.year, rating.opened_on)
    if context.on <= due:
        yield Problem("", f"企业自评截止 {due:%Y-%m-%d}，期限内不能转初评，请先催报。")


def no_county_body(rating: Any, context: Context) -> Iterator[Problem]:
    """The centre does the first review itself only where the area has no body of its own (the two parks)."""
    if OrgUnit.objects.filter(kind=OrgUnit.Kind.COUNTY, area=rating.area).exists():
        yield Problem("area", "该区县设有道路运输机构，应由其初评，中心不能代行。")
    yield from county_complete(rating, context)


def notice_is_over(rating: Any, context: Context) -> Iterator[Problem]:
    """A grade is published after the whole notice, and with no objection left open."""
    if rating.notice_to is None or context.on <= rating.notice_to:
        last = f"{rating.notice_to:%Y-%m-%d}" if rating.notice_to else "未登记"
        yield Problem("notice_to", f"公示截止日期为 {last}，公示期满后才能公布。")
    if open_ := open_objections(rating):
        yield Problem("", f"还有 {open_} 件异议没有办结，请先答复。")


def open_objections(rating: Any) -> int:
    """How many objections to a rating wait for an answer."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the objections' book refers to the ratings'

    rows: Any = book("credit_objection").model._base_manager
    return int(rows.filter(rating=rating, state__in=("lodged", "examined")).count())


def tell_the_directory(rating: Any, order: Order) -> None:
    """The published grade stands in the directory of operators from now on."""
    from yunguan.registers.services import change  # noqa: PLC0415 - the services know every book

    if order.user is not None and rating.operator.credit_grade != rating.grade:
        words = f"{rating.year}年度质量信誉考核公布"
        values = {"credit_grade": rating.grade}
        change(record=rating.operator, values=values, user=order.user, now=order.now, reason=words)
