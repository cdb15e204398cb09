"""质量信誉考核台账: the assessment of 2022, done in 2023, and the first operators told of that of 2023."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from yunguan.demo.books.credit_item import BASE
from yunguan.demo.books.credit_scheme import number_of
from yunguan.demo.books.operator import operating
from yunguan.demo.centre import Centre, Row
from yunguan.demo.credit import ASSESSED, NOTICE_TO, NOTICED, OPENED, PUBLISHED, Marked, assessments
from yunguan.demo.targets import YEAR

EXEMPT = 4
IMPROVED = "已按扣分事项逐条制定整改措施，落实责任人和期限，整改情况报区县机构。"


def rows(centre: Centre) -> list[Row]:
    """One row an operator and year; those that had just begun were not assessed."""
    done = [_rated(each) for each in assessments(centre)]
    return [*done, *_exempt(centre)]


def _rated(each: Marked) -> Row:
    row = _row(each.owner) | {
        "begun_on": each.self_on or date(YEAR, 3, 1),
        "self_on": each.self_on,
        "self_total": sum(each.own) if each.own else None,
        "state": each.state,
    }
    if each.state == "self_scored":
        return row
    row |= {"county_on": county_day(each), "county_total": sum(each.county)}
    return row if each.state == "county_reviewed" else row | _judged(each)


def county_day(each: Marked) -> date:
    """The day of the first review: not before the operator handed in."""
    return each.county_on if each.self_on is None else max(each.county_on, each.self_on)


def _judged(each: Marked) -> Row:
    """What the centre adds: its total, the grade, the notice and the publication."""
    told = each.acknowledged_on
    return {
        "centre_on": each.centre_on,
        "centre_total": sum(each.centre),
        "grade": each.owner["credit_grade"],
        "deductions": _told(each),
        "noticed_on": NOTICED,
        "notice_doc_no": f"衡运公示〔{YEAR}〕1号",
        "notice_to": NOTICE_TO,
        "published_on": PUBLISHED,
        "acknowledged_on": told,
        "improvement": IMPROVED if told else None,
    }


def _told(each: Marked) -> str:
    lines = [
        f"{place}. {name}：满分 {full} 分，扣 {_plain(full - points)} 分。原因：{why}"
        for place, ((_, name, full), points, why) in enumerate(zip(BASE, each.centre, each.reasons, strict=True), 1)
        if why
    ]
    return "\n".join(lines) or "无扣分事项。"


def _plain(points: Decimal) -> str:
    return f"{points.normalize():f}"


def _exempt(centre: Centre) -> list[Row]:
    """Operators that opened in the course of the year assessed."""
    young = [row for row in operating(centre, "maintenance") if row["opened_on"].year >= ASSESSED]
    return [_row(row) | {"exempt_on": date(YEAR, 3, 2), "state": "exempt"} for row in young[:EXEMPT]]


def _row(owner: Row) -> Row:
    return {
        "rating_no": f"{ASSESSED}-{owner['uscc']}",
        "year": ASSESSED,
        "operator": owner["uscc"],
        "operator__name": owner["name"],
        "scheme": number_of(owner["sector"]),
        "opened_on": OPENED,
        "area": owner["area"],
    }
