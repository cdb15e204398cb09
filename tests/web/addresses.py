"""Every address of the house, found in the URLconf, with sample arguments from the small centre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.world import NOW, World, account, made, rows_of
from yunguan.evaluation.editions import copy_scheme, editions
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.office.attachments import Attachment
from yunguan.office.organisation import OrgUnit
from yunguan.office.rules import RuleValue
from yunguan.registers.own.asking import send
from yunguan.registers.own.definition import Definition, FieldDefinition, FieldKind, FigureDefinition, Measure, Unique
from yunguan.registers.own.figures import add_figure
from yunguan.registers.own.services import define
from yunguan.registers.own.tables import OwnRegister, OwnRequest


@dataclass(frozen=True)
class Address:
    """One named address and the names of its arguments."""

    name: str
    arguments: frozenset[str]


def addresses() -> Iterator[Address]:
    """Every address, those of included parts too."""
    yield from _inside(get_resolver().url_patterns, "")


def _inside(patterns: list[Any], space: str) -> Iterator[Address]:
    for each in patterns:
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _inside(each.url_patterns, inner)
        elif isinstance(each, URLPattern):
            yield Address(f"{space}{each.name}", frozenset(each.pattern.converters))


def sample(address: Address, world: World) -> str:
    """The address with arguments of the own county's plan."""
    given = {name: SAMPLES[name](address, world) for name in address.arguments}
    return reverse(address.name, kwargs=given)


def _pk(address: Address, world: World) -> int:
    if address.name.startswith("account"):
        return account("clerk").pk
    if address.name.startswith("rule"):
        return RuleValue.objects.order_by("pk").values_list("pk", flat=True)[0]
    if address.name == "file":
        return Attachment.objects.filter(register="emergency_plan").values_list("pk", flat=True)[0]
    if address.name.startswith("own-"):
        return asked(own_register()).pk
    if address.name.startswith("subsidy"):
        return pool()
    return world.section_return if address.name.startswith(("return", "evidence")) else int(world.plans["耒阳"].pk)


def pool() -> int:
    """A subsidy that nobody has claimed yet."""
    found = rows_of("subsidy_plan").first()
    values = {
        "plan_no": "2025-出租",
        "name": "出租车费改税补贴",
        "kind": "taxi_fuel_tax",
        "year": 2025,
        "amount": 100_00,
        "source_doc_no": "湘财建指〔2026〕1号",
        "started_on": NOW.date(),
    }
    return int((found or made("subsidy_plan", "urban_clerk", values)).pk)


def own_register() -> OwnRegister:
    """A register that the head of the safety section has defined, with one figure."""
    found = OwnRegister.objects.filter(code="calls").first()
    if found is not None:
        return found
    number = FieldDefinition("", "来电编号", FieldKind.TEXT, unique=Unique.TOGETHER)
    given = Definition("calls", "来电记录表", "", "来电，一次一行。", (number,))
    own = define(definition=given, user=account("head"), now=NOW)
    add_figure(own=own, figure=FigureDefinition("check", "来电", "次", Measure("count")), user=account("head"), now=NOW)
    return own


def asked(own: OwnRegister) -> OwnRequest:
    """The request to the county office to fill it."""
    due, head = NOW.date(), account("head")
    units = OrgUnit.objects.filter(code="county_430481")
    return send(own=own, units=list(units), due_on=due, note="", user=head, on=NOW.date(), now=NOW)[0]


def draft() -> str:
    """A scheme that finance has copied for the year."""
    if not editions(NOW.year):
        given: dict[str, Any] = {"year": NOW.year, "subject": DEPARTMENT, "user": account("finance"), "now": NOW}
        copy_scheme(source="hunan_department_2023", **given)
    return f"department_{NOW.year}@1"


SAMPLES: dict[str, Any] = {
    "section": lambda *_: "safety",
    "source": lambda address, _: draft() if address.name.startswith("scheme") else "provincial_operators",
    "group": lambda *_: "output.timeliness",
    "kind": lambda *_: "word",
    "register": lambda *_: "emergency_plan",
    "book_id": lambda *_: "emergency_plan",
    "pk": _pk,
    "file": lambda *_: 999,
    "name": lambda *_: "operator",
    "token": lambda *_: "0" * 32,
    "subject": lambda *_: "department",
    "item": lambda *_: "output.timeliness.exam_plan",
    "code": lambda address, _: {
        "figure": "safety.emergency_plan.filed",
        "evaluation-act": "score",
        "return-move": "submit",
        "own-task-move": "report",
    }.get(address.name, "check"),
    "year": lambda *_: 2026,
    "own": lambda *_: own_register().code,
}
