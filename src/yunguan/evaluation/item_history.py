"""What happened to one item of an evaluation: who told, edited, explained and reviewed what, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from yunguan.evaluation.comparing import Difference
from yunguan.evaluation.tables import ItemEntry, ItemReview

_OF_ENTRY = ("applies", "reached_text", "evidence", "score_text", "score_why", "reason", "measure")
_OF_REVIEW = ("score_text", "why")
_TRUTH = {True: "适用", False: "不适用"}


@dataclass(frozen=True)
class Happened:
    """Everything that one person saved at once."""

    at: datetime
    by: str
    changes: tuple[Difference, ...]


def history_of(year: int, subject: str, item: str) -> list[Happened]:
    """All that was saved for an item, newest first."""
    found = [*_told(ItemEntry, _OF_ENTRY, year, subject, item), *_told(ItemReview, _OF_REVIEW, year, subject, item)]
    return sorted(found, key=lambda each: each.at, reverse=True)


def _told(
    model: type[ItemEntry | ItemReview], columns: tuple[str, ...], year: int, subject: str, item: str
) -> Iterator[Happened]:
    history: Any = model.history
    kept = history.filter(year=year, subject=subject, item=item).select_related("history_user")
    rows = list(kept.order_by("history_date", "history_id"))
    for older, newer in pairwise([None, *rows]):
        changes = tuple(_changes(model, columns, older, newer))
        if changes:
            yield Happened(newer.history_date, str(newer.history_user or "系统"), changes)


def _changes(model: type[Any], columns: tuple[str, ...], older: Any, newer: Any) -> Iterator[Difference]:
    blank = model()
    for name in columns:
        before, after = getattr(older or blank, name), getattr(newer, name)
        if before != after:
            yield Difference(str(model._meta.get_field(name).verbose_name), _words(before), _words(after))


def _words(value: Any) -> str:
    return _TRUTH[value] if isinstance(value, bool) else str(value)
