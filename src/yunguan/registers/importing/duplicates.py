"""Rows that are there already: the same again is skipped, the same key with other content is refused with both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q

from yunguan.registers.importing.building import Draft
from yunguan.registers.importing.layout import Skipped
from yunguan.registers.record import Record, label_of
from yunguan.registers.selectors import having

UNCOMPARED = {"id", "version", "batch", "created_at", "created_by", "due_on"}


def against_constraints(draft: Draft) -> None:
    """Refuse rows that share what else than the key may stand in the book only once."""
    for constraint in _other_constraints(draft):
        _check(draft, constraint)


def within_file(draft: Draft) -> Iterator[Skipped]:
    """Of rows with one key in the file the first stays; the same again is dropped, another content refused."""
    first: dict[tuple[Any, ...], int] = {}
    for row, record in list(draft.records.items()):
        earlier = first.setdefault(_key(record), row)
        if earlier == row:
            continue
        differing = _differing(draft.records[earlier], record)
        if differing:
            text = f"与第 {earlier} 行的{_key_label(record)}相同，但内容不同：{_both(differing, earlier, row)}"
            draft.refuse(row, draft.book.model.key_fields[0], text, "请只保留正确的一行。")
        else:
            del draft.records[row]
            yield Skipped(row, f"与第 {earlier} 行完全相同")


def against_table(draft: Draft) -> Iterator[Skipped]:
    """Rows that the book has already are dropped; those whose key it has with other content are refused."""
    existing = _existing(draft)
    for row, record in list(draft.records.items()):
        there = existing.get(_key(record))
        if there is None:
            continue
        differing = _differing(there, record)
        if differing:
            text = f"台账中已有{_key_label(record)}相同的记录，内容不同：{_both(differing, '台账', '本行')}"
            remedy = "如台账有误，请在台账中修改；如本行有误，请改正后重新导入。"
            draft.refuse(row, draft.book.model.key_fields[0], text, remedy)
        else:
            del draft.records[row]
            yield Skipped(row, "台账中已有完全相同的记录")


def _existing(draft: Draft) -> dict[tuple[Any, ...], Record]:
    """The rows of the table that share the first key column with the draft, by their whole key."""
    leading = draft.book.model._meta.get_field(draft.book.model.key_fields[0])
    column = leading.attname  # type: ignore[union-attr]
    wanted = {getattr(record, column) for record in draft.records.values()}
    return {_key(each): each for each in having(draft.book.model._default_manager.all(), column, wanted)}


def _key(record: Record) -> tuple[Any, ...]:
    return _values(record, record.key_fields)


def _values(record: Record, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(getattr(record, record._meta.get_field(name).attname) for name in names)  # type: ignore[union-attr]


def _differing(one: Record, other: Record) -> list[tuple[str, Any, Any]]:
    found = []
    for field in one._meta.concrete_fields:
        if field.name in UNCOMPARED or not field.editable:
            continue
        left, right = getattr(one, field.attname), getattr(other, field.attname)
        if left != right and not (left in {None, ""} and right in {None, ""}):
            found.append((str(field.verbose_name), _word(one, field), _word(other, field)))
    return found


def _word(record: Record, field: Any) -> str:
    value = getattr(record, field.attname)
    if value is None or value == "":
        return "空"
    if field.name == "state":
        return str(record.workflow.labels.get(value, value))
    if isinstance(field, models.ForeignKey):
        return str(getattr(record, field.name))
    return str(dict(field.flatchoices).get(value, value))


def _both(differing: list[Any], one: object, other: object) -> str:
    names = (f"第 {one} 行", f"第 {other} 行") if isinstance(one, int) else (str(one), str(other))
    words = [f"“{label}”{names[0]}为“{left}”，{names[1]}为“{right}”" for label, left, right in differing[:5]]
    return "；".join(words) + "。"


def _key_label(record: Record) -> str:
    return _labels(record, record.key_fields)


def _labels(record: Record, names: tuple[str, ...]) -> str:
    return "、".join(f"“{label_of(record, name)}”" for name in names)


def _other_constraints(draft: Draft) -> list[models.UniqueConstraint]:
    keys = draft.book.model.key_fields
    return [
        each
        for each in draft.book.model._meta.constraints
        if isinstance(each, models.UniqueConstraint) and (tuple(each.fields) != keys or each.condition)
    ]


def _check(draft: Draft, constraint: models.UniqueConstraint) -> None:
    """Refuse rows that share with another row, here or in the table, what may stand there only once."""
    names = tuple(constraint.fields)
    bound = {
        row: _values(record, names)
        for row, record in draft.records.items()
        if None not in _values(record, names) and _holds(constraint.condition, record)
    }
    taken = _taken(draft, constraint, names, set(bound.values()))
    for row, values in bound.items():
        if values in taken:
            labels = _labels(draft.records[row], names)
            draft.refuse(row, names[0], f"{labels}与{taken[values]}重复。", "请核对；同一时间只能有一条。")
        else:
            taken[values] = f"第 {row} 行"


def _taken(
    draft: Draft, constraint: models.UniqueConstraint, names: tuple[str, ...], wanted: set[tuple[Any, ...]]
) -> dict[tuple[Any, ...], str]:
    first = draft.book.model._meta.get_field(names[0]).attname  # type: ignore[union-attr]
    rows = draft.book.model._default_manager.filter(constraint.condition or Q())
    found = having(rows, first, {values[0] for values in wanted})
    return {_values(each, names): "台账中的记录" for each in found}


def _holds(condition: Q | None, record: Record) -> bool:
    """A condition made of plain tests joined by AND, asked of an unsaved record."""
    if condition is None:
        return True
    for child in condition.children:
        name, value = child  # type: ignore[misc]
        field, _, lookup = str(name).partition("__")
        mine = getattr(record, field)
        if (lookup == "in" and mine not in value) or (lookup == "" and mine != value):
            return False
        if lookup not in {"", "in"}:
            msg = f"唯一约束的条件“{name}”不能在导入时判断。"
            raise NotImplementedError(msg)
    return True
