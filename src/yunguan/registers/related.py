"""Everything that other books hold about the company, vehicle or person of a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from yunguan.core.columns import Kind
from yunguan.core.scope import Scope
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record, filled
from yunguan.registers.selectors import visible

SAME: dict[Kind, str] = {
    Kind.IDENTITY_NUMBER: "同一人员",
    Kind.PLATE: "同一车辆",
    Kind.VIN: "同一车辆",
    Kind.USCC: "同一企业",
}
"""Kinds of column that name the same person, vehicle or company wherever they stand."""


@dataclass(frozen=True)
class Related:
    """The rows of one book that belong to a record, and why."""

    book: Book
    why: str
    rows: QuerySet[Record]


def related(record: Record, scope: Scope, among: list[Book]) -> Iterator[Related]:
    """The books of ``among`` that hold rows about the record, as far as a scope admits, in the order given."""
    for book in among:
        why, test = tie(book, record)
        if test:
            yield Related(book, why, visible(book, scope).filter(test).order_by("-id"))


def tie(book: Book, record: Record) -> tuple[str, Q]:
    """What makes rows of a book belong to a record: a reference to it, or a code that names the same thing."""
    reasons: list[str] = []
    test = Q()
    for name, target in book.references.items():
        if target == record.register:
            reasons.append("引用本记录")
            test |= Q(**{name: record.pk})
    for kind, value in codes_of(record):
        for column in book.columns:
            if column.kind is kind and "__" not in column.name:
                reasons.append(SAME[kind])
                test |= Q(**{column.name: value})
    if record.register == "operator" and book.model.operator_path:
        reasons.append("本企业的记录")
        test |= Q(**{book.model.operator_path: record.uscc})  # type: ignore[attr-defined]
    if test and book.id == record.register:
        test &= ~Q(pk=record.pk)
    return "、".join(dict.fromkeys(reasons)), test


def codes_of(record: Record) -> Iterator[tuple[Kind, Any]]:
    """The codes in a record that name a person, a vehicle or a company."""
    for column in books()[record.register].columns:
        if column.kind in SAME and "__" not in column.name:
            value = getattr(record, column.name)
            if filled(value):
                yield column.kind, value
