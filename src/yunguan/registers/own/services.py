"""Defining, changing and closing a register of one's own: each in one transaction with its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, transaction

from yunguan.core.finding import Problem
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Overtaken, Refused
from yunguan.registers.book import books
from yunguan.registers.own import schema
from yunguan.registers.own.definition import AREA, Definition, FieldDefinition, FieldKind, Unique, from_json
from yunguan.registers.own.judging import problems_of
from yunguan.registers.own.refresh import draft_of, refresh
from yunguan.registers.own.tables import OwnRegister
from yunguan.registers.services import centre_area

P = ParamSpec("P")
Answer = TypeVar("Answer")


def may_define(user: User) -> bool:
    """Whether an account may define registers: the head of a section, for the own section."""
    return user.role == Role.HEAD and bool(user.section)


def known_again(verb: Callable[P, Answer]) -> Callable[P, Answer]:
    """One transaction; however it ends, this process then knows what stands in the database."""

    @wraps(verb)
    def done(*args: P.args, **kwargs: P.kwargs) -> Answer:
        try:
            with transaction.atomic():
                return verb(*args, **kwargs)
        finally:
            refresh()

    return done


@known_again
def define(*, definition: Definition, user: User, now: datetime) -> OwnRegister:
    """A new register for the user's own section; Refused with everything that must be put right."""
    if not may_define(user):
        raise Refused(Problem("", "只有科室负责人可以建立自建台账，请交由科室负责人办理。"))
    code = definition.code or _free_code()
    definition = _named(replace(definition, code=code, section=user.section)).settled()
    _demand_right(definition)
    if OwnRegister.objects.filter(code=definition.code).exists():
        raise Refused(Problem("code", f"编码“{definition.code}”已被使用，请换一个，或留空由系统编号。"))
    own = OwnRegister(code=code, created_at=now, created_by=user)
    _write(own, definition, user, now, "建立")
    schema.create_tables(draft_of(definition), definition)
    return own


@known_again
def redefine(*, own: OwnRegister, definition: Definition, version: int, user: User, now: datetime) -> OwnRegister:
    """Change title, columns, key or period; rows stay. Refused where rows that are there contradict the change.

    A column that is left out is retired: hidden, its values kept. What it holds cannot be dropped.
    """
    own = _locked(own, user, version)
    before = from_json(own.definition)
    merged = replace(
        before,
        title=definition.title,
        purpose=definition.purpose,
        period=definition.period,
        fields=(*definition.fields, *_left_out(before, definition)),
    )
    after = _named(merged).settled()
    _demand_right(after)
    problems = list(_against_rows(before, after))
    if problems:
        raise Refused(*problems)
    change_tables(before, after)
    return _write(own, after, user, now, "修改定义")


@known_again
def close(*, own: OwnRegister, closed: bool, user: User, now: datetime) -> OwnRegister:
    """Close a register: everything stays readable, nothing is written any more; or open it again."""
    own = _locked(own, user)
    definition = replace(from_json(own.definition), closed=closed)
    return _write(own, definition, user, now, "停用" if closed else "重新启用")


def change_tables(before: Definition, after: Definition) -> None:
    """Add the columns that are new and hold unique what is unique now; Refused where rows repeat."""
    model = draft_of(after)
    added = [each.name for each in after.fields if each.name not in before.by_name and each.name != AREA]
    if added:
        schema.add_columns(model, added)
    if before.unique_sets != after.unique_sets:
        try:
            with transaction.atomic():
                schema.change_unique(model, before, after)
        except IntegrityError as fault:
            text = "台账中已有内容重复的行，不能把所选的列设为不得重复，请先改正这些行，或另选几列。"
            raise Refused(Problem("", text)) from fault


def write_definition(own: OwnRegister, definition: Definition, user: User, now: datetime, reason: str) -> OwnRegister:
    """Keep a definition that was changed otherwise than by its fields: its figures, or who is asked."""
    return _write(own, definition, user, now, reason)


def own_locked(own: OwnRegister, user: User) -> OwnRegister:
    """The row for writing, if the user may manage it."""
    return _locked(own, user)


def _locked(own: OwnRegister, user: User, version: int | None = None) -> OwnRegister:
    if not may_define(user) or user.section != own.section:
        raise Refused(Problem("", "只有建立该台账的科室的负责人可以修改，请交由其办理。"))
    found = OwnRegister.objects.select_for_update().get(pk=own.pk)
    if version is not None and found.version != version:
        raise Overtaken(Problem("", "台账的定义已被他人修改，请刷新后重新填写，以免覆盖他人的修改。"))
    return found


def _write(own: OwnRegister, definition: Definition, user: User, now: datetime, reason: str) -> OwnRegister:
    own.title, own.section = definition.title, definition.section
    own.definition, own.stamp = definition.as_json(), definition.stamp
    own.version = own.version + 1 if own.pk else 1
    own._history_user, own._history_date, own._change_reason = user, now, reason  # type: ignore[attr-defined]
    own.save()
    return own


def _demand_right(definition: Definition) -> None:
    problems = list(problems_of(definition))
    if problems:
        raise Refused(*problems)


def _free_code() -> str:
    taken = set(OwnRegister.objects.values_list("code", flat=True))
    return next(code for number in range(1, len(taken) + 2) if (code := f"t{number}") not in taken)


def _named(definition: Definition) -> Definition:
    """Every new field gets a name of its own, every new choice a code; the area's name is fixed."""
    taken = {each.name for each in definition.fields if each.name}
    numbers = (f"c{number}" for number in range(1, len(definition.fields) + len(taken) + 2))
    free = (name for name in numbers if name not in taken)
    fields = tuple(
        replace(each, name=each.name or (AREA if each.kind is FieldKind.AREA else next(free)), choices=_coded(each))
        for each in definition.fields
    )
    renamed = {f"#{place}": each.name for place, each in enumerate(fields)}
    return replace(definition, fields=fields, period=renamed.get(definition.period, definition.period))


def _coded(each: FieldDefinition) -> tuple[tuple[str, str], ...]:
    if each.kind is not FieldKind.CHOICE:
        return ()
    taken = {code for code, _ in each.choices}
    free = (str(number) for number in range(1, len(each.choices) + len(taken) + 2) if str(number) not in taken)
    return tuple((code or next(free), label) for code, label in each.choices)


def _left_out(before: Definition, after: Definition) -> Iterator[FieldDefinition]:
    kept = {AREA if each.kind is FieldKind.AREA else each.name for each in after.fields}
    for each in before.fields:
        if each.name not in kept:
            yield replace(each, retired=True, required=False, unique=Unique.NO)


def _against_rows(before: Definition, after: Definition) -> Iterator[Problem]:
    """Changes that the rows which are there would belie: the kind of a column, a choice that is in use, an area."""
    rows = books()[before.register].model._base_manager
    for place, each in enumerate(after.fields):
        was = before.by_name.get(each.name)
        if was is None or each.retired:
            continue
        if (was.kind, was.places) != (each.kind, each.places):
            yield Problem(f"fields.{place}", f"“{was.label}”建立后不能改变类型，请另加一列，再去掉此列。")
        for code, label in was.choices:
            if code not in dict(each.choices) and (used := rows.filter(**{each.name: code}).count()):
                text = f"“{was.label}”的选项“{label}”已有 {used} 条记录使用，不能删去，可以改名。"
                yield Problem(f"fields.{place}", text)
    if _area_retired(before, after) and rows.exclude(area=centre_area()).exists():
        yield Problem("", "已有记录属于县市区，行政区划列不能去掉。")


def _area_retired(before: Definition, after: Definition) -> bool:
    return AREA in {each.name for each in before.live} - {each.name for each in after.live}
