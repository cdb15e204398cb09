"""Who opens which page: the one table that both the navigation and the views obey."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from yunguan.core.scope import Scope
from yunguan.office.people import Role, User
from yunguan.office.scope import scope_of
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record
from yunguan.registers.selectors import visible, visible_books
from yunguan.registers.services import may_move, may_write

P = ParamSpec("P")
Answer = TypeVar("Answer", bound=HttpResponseBase)

EVERYBODY = frozenset(Role)
WORKERS = EVERYBODY - {Role.ADMINISTRATOR}
READERS_OF_FIGURES = WORKERS - {Role.OPERATOR}
KEEPERS = frozenset({Role.CLERK, Role.HEAD, Role.FINANCE})
RETURNERS = frozenset({Role.CLERK, Role.HEAD, Role.FINANCE, Role.LEADER})
REPORT_READERS = frozenset({Role.FINANCE, Role.LEADER, Role.REVIEWER})
EVALUATORS = KEEPERS | REPORT_READERS
SCHEME_READERS = frozenset({Role.FINANCE, Role.HEAD, Role.LEADER, Role.REVIEWER})
SCHEME_EDITORS = frozenset({Role.FINANCE})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


def open_to(
    roles: frozenset[Role],
) -> Callable[[Callable[Concatenate[HttpRequest, P], Answer]], Callable[Concatenate[HttpRequest, P], Answer]]:
    """A page for these roles; others get 403."""

    def protect(
        view: Callable[Concatenate[HttpRequest, P], Answer],
    ) -> Callable[Concatenate[HttpRequest, P], Answer]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> Answer:
            if person(request).role not in roles:
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return protect


def person(request: HttpRequest) -> User:
    """The account behind a request that passed the login."""
    return cast("User", request.user)


def scope(request: HttpRequest) -> Scope:
    """Whose rows the account sees."""
    return scope_of(person(request))


def books_open_to(user: User) -> list[Book]:
    """The books that an account finds in its navigation: an area's office has none of the centre's own."""
    mine = scope_of(user)
    if mine.areas == frozenset():
        return []
    return [each for each in visible_books(mine) if mine.areas is None or not each.model.internal]


def sees_budget(mine: Scope) -> bool:
    """Whether the whole budget is open: the finance section's books, for no part of the city alone."""
    return mine.sees_section("finance") and mine.areas is None and mine.operator is None


def may_reveal(book: Book, user: User) -> bool:
    """Whether an account may see personal columns in full: the owning section, or whose own rows they are."""
    return may_write(book, user) or user.role in {Role.COUNTY, Role.OPERATOR}


def may_add_files(book: Book, record: Record, user: User) -> bool:
    """Whether an account may hand in a file: the owning section, or whoever has to act on the record."""
    return may_write(book, user) or any(may_move(record, each, user) for each in book.moves(record.state))


def book_for(request: HttpRequest, register: str) -> Book:
    """A book of which the account may see rows, else 404."""
    found = books().get(register)
    if found is None or found not in books_open_to(person(request)):
        raise Http404
    return found


def record_for(request: HttpRequest, register: str, pk: int) -> Record:
    """A record in the account's scope, else 404: what lies outside does not exist for it."""
    found: Any = visible(book_for(request, register), scope(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return cast("Record", found)
