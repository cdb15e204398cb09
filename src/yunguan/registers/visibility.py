"""Which rows of a book a scope admits, said once, for the ORM and for the figures' SQL."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import Q

from yunguan.core.expressions import Condition
from yunguan.core.scope import Scope
from yunguan.registers.book import Book


def conditions(book: Book, scope: Scope) -> tuple[Condition, ...] | None:
    """The tests that a row must pass; None where the scope admits no row of the book at all."""
    if not _open_to(book, scope):
        return None
    found: list[Condition] = []
    if not book.model.shared and scope.sections is not None and book.section not in scope.sections:
        found.append(Condition("kept_by", "in", tuple(sorted(scope.sections))))
    if scope.areas is not None:
        found.append(Condition("area", "in", tuple(sorted(scope.areas))))
    if scope.operator is not None:
        if not book.model.operator_path:
            return None
        found.append(Condition(book.model.operator_path, "eq", scope.operator))
    return tuple(found)


def _open_to(book: Book, scope: Scope) -> bool:
    """Whether a scope sees rows of a book at all: whoever is asked for rows of a book sees its own."""
    asked = book.model.asked
    if asked is not None and scope.areas is not None:
        return not scope.areas.isdisjoint(asked)
    if book.model.shared or scope.sees_section(book.section):
        return True
    return asked is not None and scope.sections is not None and not scope.sections.isdisjoint(asked)


def as_q(tests: tuple[Condition, ...] | None) -> Q:
    """The same tests for the ORM."""
    if tests is None:
        return Q(pk__in=[])
    q = Q()
    for test in tests:
        q &= _one(test)
    return q


def _one(test: Condition) -> Q:
    match test.operator:
        case "eq":
            return Q(**{test.field: test.value})
        case "ne":
            return ~Q(**{test.field: test.value})
        case "in":
            return Q(**{f"{test.field}__in": test.value})
        case "startswith":
            beginnings = test.value if isinstance(test.value, tuple) else (test.value,)
            return reduce(or_, (Q(**{f"{test.field}__startswith": each}) for each in beginnings))
        case "gt" | "ge" | "lt" | "le" | "isnull":
            lookup = {"ge": "gte", "le": "lte"}.get(test.operator, test.operator)
            return Q(**{f"{test.field}__{lookup}": test.value})
        case _:
            msg = f"未知的比较“{test.operator}”。"
            raise ValueError(msg)
