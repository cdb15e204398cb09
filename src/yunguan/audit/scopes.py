"""Of which money a total speaks: all of it, appropriations, those of the general budget, or a fund of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from yunguan.audit.rule import Document

_FUND = re.compile(r"政府性基金|国有资本经营|社会保险基金|财政专户")
_CUT = re.compile(r"[；;]")
_WORDS = re.compile(
    rf"(?P<general>一般公共预算(?:财政拨款)?)|(?P<fund>(?:{_FUND.pattern})(?:预算)?(?:财政拨款)?)|(?P<fiscal>财政拨款(?:收入(?=[、和及与]?支|总计)|(?!收入)))"
)


class Scope(Enum):
    """The value is what a key bears behind the item's name."""

    ALL = ""
    FISCAL = "（财政拨款）"
    GENERAL = "（一般公共预算）"
    FUND = "（专项基金）"


def scope_in(heading: str, lead: str) -> Scope:
    """The scope that the words before a number give it: those of its own clause, of its sentence, of its heading."""
    clause = _CUT.split(lead)[-1]
    for words, last in ((clause, True), (lead, False), (heading, True)):
        found = list(_WORDS.finditer(words))
        if found:
            return _named(found[-1 if last else 0].lastgroup)
    return Scope.ALL


def scope_of_cell(title: str, head: str, label: str) -> Scope:
    """The scope of a cell: a head or label that names a fund or the general budget counts before the title."""
    for words in (head, label):
        if _FUND.search(words):
            return Scope.FUND
    if "一般公共预算" in head or "一般公共预算" in label:
        return Scope.GENERAL
    return scope_in("", title)


def named_funds(document: Document) -> Iterator[str]:
    """The places where the document has money of a fund besides the general budget."""
    for sheet in document.sheets:
        for row in sheet.rows:
            for column in sheet.columns:
                fact = row.cells.get(column.index)
                words = f"{sheet.title}{column.head}{row.label}"
                if fact is not None and fact.quantity.is_money and fact.value and _FUND.search(words):
                    yield fact.block.where
    for fact in document.facts:
        if fact.quantity.is_money and fact.value and _FUND.search(fact.lead):
            yield fact.block.where


def _named(group: str | None) -> Scope:
    return {"general": Scope.GENERAL, "fund": Scope.FUND, "fiscal": Scope.FISCAL}.get(group or "", Scope.ALL)
