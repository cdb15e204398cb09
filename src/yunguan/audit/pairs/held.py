"""The statements of a document that can be held against another's: of its own year, in its own role and scope."""

from __future__ import annotations

import re
from collections import defaultdict

from yunguan.audit.rule import Document
from yunguan.audit.scopes import Scope
from yunguan.audit.statements import Held, statements

_YEAR = re.compile(r"(?:19|20)\d{2}(?=\s*年)")


def held_of(document: Document) -> dict[tuple[str, str], list[Held]]:
    """The statements of the document's own year under item and role; each knows its scope."""
    found: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for (name, role), each in document.once(statements):
        if _own_year(each, document.identity.year):
            found[name.removesuffix(_suffix(name)), role].append(each)
    return found


def of_scope(held: list[Held], scope: Scope) -> list[Held]:
    """The statements in the scope nearest to this one: of the general budget, else of appropriations, else of all."""
    order = (scope, Scope.FISCAL, Scope.GENERAL) if scope is not Scope.ALL else (scope,)
    return next((found for each in order if (found := [one for one in held if one.scope is each])), [])


def _suffix(name: str) -> str:
    return next((scope.value for scope in Scope if scope.value and name.endswith(scope.value)), "")


def _own_year(each: Held, year: int | None) -> bool:
    """False where the last year that the sentence names before the number is another one."""
    if each.sheet is not None or year is None:
        return True
    fact = each.fact
    named = _YEAR.findall(fact.block.text[fact.sentence[0] : fact.quantity.start])
    return not named or int(named[-1]) == year
