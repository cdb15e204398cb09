"""A small point table and a rating under it, taken from level to level as the tests need it."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.factories import NOW, account, credit_code, operator, step
from yunguan.office.people import Role, User
from yunguan.office.services import open_account
from yunguan.registers.book import book
from yunguan.registers.record import Record
from yunguan.registers.services import create

OPENED = date(2023, 2, 20)
SELF, COUNTY, CENTRE, NOTICE = date(2023, 3, 20), date(2023, 4, 18), date(2023, 5, 10), date(2023, 5, 12)
SCHEME = {
    "scheme_no": "客运2023",
    "sector": "passenger",
    "name": "道路旅客运输企业质量信誉考核细则",
    "doc_no": "试〔2023〕1号",
    "effective_from": date(2023, 1, 1),
    "full_marks": 10000,
    "bonus_cap": 1000,
    "least_aaa": 8500,
    "least_aa": 7000,
    "least_a": 6000,
}
ITEMS = (
    ("安全", "运输安全", "base", 6000, None),
    ("服务", "服务质量", "base", 4000, None),
    ("加分", "社会荣誉", "bonus", 1500, None),
    ("事故", "重大责任事故", "veto", 0, "B"),
    ("死亡", "三人以上责任事故", "veto", 0, "AA"),
)


def made(register: str, **values: Any) -> Any:
    """A record made by the house itself."""
    return create(book=book(register), values=values, user=None, on=OPENED, now=NOW)


def scheme(*, adopted: bool = True, **values: Any) -> Any:
    """A table of two items that count, a bonus and two vetoes."""
    found = made("credit_scheme", **(SCHEME | values))
    for position, (group, name, kind, points, veto) in enumerate(ITEMS, start=1):
        made(
            "credit_item",
            item_no=f"{found.scheme_no}-{position}",
            scheme=found,
            position=position,
            item_group=group,
            name=name,
            item_kind=kind,
            points=points,
            veto_grade=veto,
        )
    return step(found, "adopt", people()["head"], OPENED) if adopted else found


def people() -> dict[str, User]:
    """Who takes part: the operator, the county of 耒阳, and the centre's clerk and head."""
    found = {user.username: user for user in User.objects.all()}
    if not found:
        found = {
            "clerk": account(Role.CLERK, "passenger", "clerk"),
            "head": account(Role.HEAD, "passenger", "head"),
            "county": account(Role.COUNTY, "county_430481", "county"),
            "operator": open_account(
                username="operator",
                password="x",
                role=Role.OPERATOR,
                display_name="业户",
                unit="",
                operator_uscc=credit_code(1),
            ),
        }
    return found


def rating(area: str = "430481", **values: Any) -> Any:
    """An operator's rating for 2022, not yet begun."""
    return made("credit_rating", operator=operator(1, area), year=2022, opened_on=OPENED, **values)


def scores(of: Any) -> dict[str, Any]:
    """Its score rows by the group of the item."""
    rows: Any = book("credit_score").model._base_manager
    return {row.item.item_group: row for row in rows.filter(rating=of).select_related("item", "rating")}


def begun(area: str = "430481") -> Any:
    """A rating whose rows are laid out."""
    return step(rating(area), "begin", people()["operator"], date(2023, 3, 1))


def self_scored(area: str = "430481", safety: int = 5800, service: int = 4000) -> Any:
    """A rating that the operator marked and handed in."""
    found = begun(area)
    rows, who = scores(found), people()["operator"]
    step(rows["安全"], "score_self", who, SELF, self_points=safety, grounds="一起一般事故")
    step(rows["服务"], "score_self", who, SELF, self_points=service, grounds="投诉一件")
    return step(found, "submit", who, SELF)


def county_reviewed(safety: int = 5500, **values: Any) -> Any:
    """A rating that the county reviewed, taking marks off for safety."""
    found = self_scored(**values)
    row = scores(found)["安全"]
    step(row, "score_county", people()["county"], COUNTY, county_points=safety, grounds="另查实一起事故")
    return step(found, "first_review", people()["county"], COUNTY)


def reviewed(service: int = 3000, **vetoed: bool) -> Any:
    """A rating that the centre reviewed, taking marks off for service; the vetoes named apply."""
    found = county_reviewed()
    rows, who = scores(found), people()["clerk"]
    step(rows["服务"], "score_centre", who, CENTRE, centre_points=service, grounds="服务投诉未整改")
    for group in vetoed:
        step(rows[group], "score_centre", who, CENTRE, vetoed=True, grounds="经事故认定")
    return step(found, "review", who, CENTRE)


def noticed() -> Any:
    """A rating under public notice."""
    return step(reviewed(), "notice", people()["head"], NOTICE)


def objection(of: Record, **values: Any) -> Any:
    """The operator's objection to it, not yet lodged."""
    values = {"objector": "业户", "lodged_on": NOTICE} | values
    return made("credit_objection", rating=of, content="服务投诉已整改", **values)
