"""Sending a register of one's own to sections and counties, reporting back, sending back, withdrawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from yunguan.core.finding import Problem
from yunguan.office.organisation import OrgUnit
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Order, Refused, enter, move
from yunguan.registers.own.definition import AREA, Definition, FieldDefinition, FieldKind, from_json
from yunguan.registers.own.services import change_tables, known_again, own_locked, write_definition
from yunguan.registers.own.tables import OwnRegister, OwnRequest

LONGEST_NOTE = 200


@dataclass(frozen=True)
class _Sending:
    """What all the requests of one sending share."""

    due_on: date
    note: str
    user: User
    on: date
    now: datetime


@known_again
def send(
    *, own: OwnRegister, units: Sequence[OrgUnit], due_on: date, note: str, user: User, on: date, now: datetime
) -> list[OwnRequest]:
    """Ask sections and counties to fill a register by a day; those still asked get the new day and note.

    A register that a county fills gets the column that tells counties apart, if it has none.
    """
    own = own_locked(own, user)
    before = from_json(own.definition)
    problems = [*_objections(before, units, due_on, on)]
    if problems:
        raise Refused(*problems)
    after = _asking(before, units)
    if after != before:
        change_tables(before, after)
        write_definition(own, after, user, now, "下达填报")
    return [_request(own, unit, _Sending(due_on, note[:LONGEST_NOTE], user, on, now)) for unit in units]


@transaction.atomic
def report(*, request: OwnRequest, user: User, on: date, now: datetime) -> OwnRequest:
    """Hand the filled register in: from now on the filler's rows rest."""
    if not fills(request, user):
        raise Refused(Problem("", "只有被下达的单位可以报送，请由其办理。"))
    move(request, Order("report", user, on, now))
    return request


@transaction.atomic
def send_back(*, request: OwnRequest, user: User, on: date, now: datetime, reason: str) -> OwnRequest:
    """Give it back to be put right, with a reason."""
    _own_section(request, user)
    if OwnRequest.objects.filter(own=request.own, unit=request.unit, state="open").exclude(pk=request.pk).exists():
        raise Refused(Problem("", "该单位还有一次填报没有报送，可以直接在其中更正，不必退回。"))
    move(request, Order("send_back", user, on, now, reason=reason))
    return request


@transaction.atomic
def withdraw(*, request: OwnRequest, user: User, on: date, now: datetime, reason: str) -> OwnRequest:
    """Ask no longer; rows that were filled in stay."""
    _own_section(request, user)
    move(request, Order("withdraw", user, on, now, reason=reason))
    return request


def fills(request: OwnRequest, user: User) -> bool:
    """Whether an account belongs to the office that was asked."""
    roles = {Role.CLERK, Role.HEAD, Role.FINANCE, Role.COUNTY}
    return user.role in roles and user.unit is not None and user.unit.pk == request.unit.pk


def _own_section(request: OwnRequest, user: User) -> None:
    if not user.section or user.section != request.own.section:
        raise Refused(Problem("", "只有下达填报的科室可以办理，请交由该科室。"))


def _objections(definition: Definition, units: Sequence[OrgUnit], due_on: date, on: date) -> list[Problem]:
    found = []
    if definition.closed:
        found.append(Problem("", "台账已停用，不能下达填报，请先重新启用。"))
    if not units:
        found.append(Problem("units", "请至少选择一个填报的科室或县市区。"))
    if any(unit.kind not in {"section", "county"} or unit.code == definition.section for unit in units):
        found.append(Problem("units", "只能下达给其他科室和县市区，请核对所选单位。"))
    if due_on < on:
        found.append(Problem("due_on", "报送期限早于今天，请改为今天或以后的日期。"))
    return found


def _asking(definition: Definition, units: Sequence[OrgUnit]) -> Definition:
    """The definition once these are asked too; their rows are told apart by area or section."""
    asked = definition.asked | {unit.area if unit.kind == "county" else unit.code for unit in units}
    fields = definition.fields
    if any(unit.kind == "county" for unit in units) and AREA not in {each.name for each in definition.live}:
        kept = tuple(each for each in fields if each.name != AREA)
        fields = (*kept, FieldDefinition(AREA, "行政区划", FieldKind.AREA))
    return replace(definition, asked=asked, fields=fields).settled()


def _request(own: OwnRegister, unit: OrgUnit, order: _Sending) -> OwnRequest:
    found = OwnRequest.objects.filter(own=own, unit=unit, state="open").first()
    if found is None:
        found = OwnRequest(own=own, unit=unit, sent_at=order.now, sent_by=order.user)
    fresh = found.pk is None
    found.due_on, found.note = order.due_on, order.note
    found._history_user, found._history_date = order.user, order.now  # type: ignore[attr-defined]
    found._change_reason = "下达" if fresh else "改期"  # type: ignore[attr-defined]
    found.save()
    if fresh:
        enter(found, user=order.user, on=order.on, now=order.now)
    return found
