"""The statements of a document that can be held against another's: of its own year, in its own role and scope."""

from __future__ import annotations

import re
from collections import defaultdict

from yunguan.audit.rule import Document
from yunguan.audit.statements import Held, statements

FISCAL = "（财政拨款）"
_YEAR = re.compile(r"(?:19|20)\d{2}(?=\s*年)")


def held_of(document: Document) -> dict[tuple[str, str], list[Held]]:
    """The statements of the document's own year under item and role; those of appropriations alone bear FISCAL."""
    found: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for key, each in document.once(statements):
        if _own_year(each, document.identity.year):
            found[key].append(each)
    return found


def _own_year(each: Held, year: int | None) -> bool:
    """False where the last year that the sentence names before the number is another one."""
    if each.sheet is not None or year is None:
        return True
    fact = each.fact
    named = _YEAR.findall(fact.block.text[fact.sentence[0] : fact.quantity.start])
    return not named or int(named[-1]) == year
