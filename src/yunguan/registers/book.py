"""A book as the rest of the house sees it: derived from the model that declares it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from django.apps import apps
from django.db import models

from yunguan.core.columns import Column, Kind
from yunguan.core.workflow import Transition, Workflow
from yunguan.registers.record import Record, register_id


class UnknownRegister(LookupError):  # noqa: N818 - an answer to a wrong name
    """No book has this id or title."""


@dataclass(frozen=True)
class Book:
    """One register: its declaration, its columns, its workflow."""

    model: type[Record]

    @property
    def id(self) -> str:
        """Register id, fixed once chosen."""
        return register_id(self.model)

    @property
    def title(self) -> str:
        """Chinese name."""
        return self.model.title

    @property
    def section(self) -> str:
        """Code of the owning section."""
        return self.model.section

    @property
    def workflow(self) -> Workflow:
        """The state table; books without one have a single state."""
        return self.model.workflow

    @property
    def has_workflow(self) -> bool:
        """Whether records move."""
        return bool(self.workflow.transitions)

    @property
    def purpose(self) -> str:
        """The first line of the book's docstring."""
        return (self.model.__doc__ or "").strip().splitlines()[0]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column that people enter, in the order declared; area and state stand where they belong."""
        fields = [f for f in self.model._meta.concrete_fields if f.editable and not f.auto_created]
        own = [f for f in fields if f.name not in {"area", "state"}]
        columns = [column for field in own for column in self._columns_of(field)]
        if not self.model.internal:
            columns.append(self._column(self.model._meta.get_field("area")))
        if len(self.workflow.states) > 1:
            columns.append(self._column(self.model._meta.get_field("state")))
        return tuple(columns)

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """Columns by their name."""
        return {column.name: column for column in self.columns}

    @property
    def references(self) -> dict[str, str]:
        """Reference column → id of the book it points to."""
        return {c.name: c.target for c in self.columns if c.kind is Kind.REFERENCE}

    @property
    def key_references(self) -> tuple[str, ...]:
        """The references in the key: whoever names a record in a line needs what they point to."""
        return tuple(name for name in self.references if name in self.model.key_fields)

    @property
    def personal(self) -> tuple[Column, ...]:
        """Columns that are masked by default."""
        return tuple(column for column in self.columns if column.personal)

    def moves(self, state: str) -> tuple[Transition, ...]:
        """The moves that leave a state."""
        return tuple(self.workflow.moves_from(state))

    def _columns_of(self, field: Any) -> list[Column]:
        column = self._column(field)
        companion = self.model.companions.get(field.name)
        if companion is None:
            return [column]
        label, target_field = companion
        name = f"{field.name}__{target_field}"
        beside = Column(name, label, Kind.TEXT, target=column.target, aliases=self.model.known_as.get(name, ()))
        return [beside, column]

    def _column(self, field: Any) -> Column:
        kind = _kind(field)
        return Column(
            name=field.name,
            label=str(field.verbose_name),
            kind=kind,
            required=not field.blank and field.name not in {"state", "area"},
            max_length=field.max_length,
            choices=self._choices(field, kind),
            target=register_id(field.related_model) if kind is Kind.REFERENCE else "",
            unit="元" if kind is Kind.MONEY else getattr(field, "unit", ""),
            places=getattr(field, "places", None),
            help=str(field.help_text),
            aliases=self.model.known_as.get(field.name, ()),
            personal=kind.personal or field.name in self.model.personal,
            key=field.name in self.model.key_fields,
        )

    def _choices(self, field: Any, kind: Kind) -> tuple[tuple[str, str], ...]:
        if kind is Kind.STATE:
            return tuple(self.workflow.labels.items())
        return tuple((str(code), str(label)) for code, label in field.flatchoices)


def books() -> dict[str, Book]:
    """Every book of the house by id: those that the folders declare, and those that sections define themselves."""
    return _books(_edition)


def models_changed() -> None:
    """Read the books anew from now on: a section has defined or changed one."""
    global _edition  # noqa: PLW0603 - the one thing about the books that changes while the house runs
    _edition += 1


_edition = 0


@lru_cache(maxsize=2)
def _books(edition: int) -> dict[str, Book]:
    """The books of one edition: what a thread was still reading when they changed is not kept as the new ones."""
    del edition
    models = [model for config in apps.get_app_configs() for model in config.get_models()]
    found = [Book(model) for model in models if issubclass(model, Record)]
    return {book.id: book for book in sorted(found, key=lambda book: book.id)}


def book(name: str) -> Book:
    """The book of an id or a title; UnknownRegister with the ids there are."""
    for candidate in books().values():
        if name in {candidate.id, candidate.title}:
            return candidate
    msg = f"没有名为“{name}”的台账，可用的有：{'、'.join(f'{b.id}（{b.title}）' for b in books().values())}。"
    raise UnknownRegister(msg)


def in_order_of_reference() -> tuple[Book, ...]:
    """Books such that what a book refers to or rests on stands before it."""
    return _in_order(_edition)


@lru_cache(maxsize=2)
def _in_order(edition: int) -> tuple[Book, ...]:
    known, placed = _books(edition), list[Book]()

    def place(each: Book) -> None:
        if each in placed:
            return
        for target in sorted({*each.references.values(), *each.model.rests_on} - {each.id}):
            place(known[target])
        placed.append(each)

    for each in known.values():
        place(each)
    return tuple(placed)


def _kind(field: Any) -> Kind:
    declared = getattr(field, "kind", None)
    if isinstance(declared, Kind):
        return declared
    if field.name == "state":
        return Kind.STATE
    if field.choices:
        return Kind.CHOICE
    for django_type, kind in _PLAIN:
        if isinstance(field, django_type):
            return kind
    msg = f"字段 {field} 的类型没有对应的列种类。"
    raise TypeError(msg)


_PLAIN: tuple[tuple[type[Any], Kind], ...] = (
    (models.BooleanField, Kind.BOOLEAN),
    (models.DateField, Kind.DATE),
    (models.IntegerField, Kind.INTEGER),
    (models.TextField, Kind.LONG_TEXT),
    (models.CharField, Kind.TEXT),
)
