"""Rows of a book that may be one and the same: suggested to people, whose answer is kept; nothing is merged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from yunguan.core.scope import Scope
from yunguan.office.people import User
from yunguan.registers.book import Book
from yunguan.registers.likeness import alike
from yunguan.registers.record import Record, filled
from yunguan.registers.selectors import visible
from yunguan.registers.tables import LikenessVerdict

VERDICTS: tuple[tuple[str, str], ...] = tuple((each.value, str(each.label)) for each in LikenessVerdict.Verdict)
"""What a person may say of a pair: code and words."""


@dataclass(frozen=True)
class Pair:
    """Two rows that look alike; ``likeness`` from 0 to 1."""

    first: Record
    second: Record
    likeness: float


def suggestions(book: Book, scope: Scope) -> list[Pair]:
    """The pairs of a book that nobody has judged yet, the most alike first."""
    if not book.model.alike_by:
        return []
    name, *others = book.model.alike_by
    rows = {row.pk: row for row in visible(book, scope).exclude(state__in=book.workflow.over)}
    judged = set(LikenessVerdict.objects.filter(register=book.id).values_list("first_id", "second_id"))
    found = alike((key, str(getattr(row, name) or "")) for key, row in rows.items())
    pairs = [Pair(rows[first], rows[second], share) for first, second, share in found if (first, second) not in judged]
    agreeing = [pair for pair in pairs if all(_agree(pair, column) for column in others)]
    return sorted(agreeing, key=lambda pair: (-pair.likeness, pair.first.pk, pair.second.pk))


def answer(
    *, book: Book, first: Record, second: Record, verdict: str, reason: str, user: User, now: datetime
) -> LikenessVerdict:
    """Keep what a person said of a pair; said again it replaces what was said before."""
    low, high = sorted((first.pk, second.pk))
    given, _ = LikenessVerdict.objects.update_or_create(
        register=book.id,
        first_id=low,
        second_id=high,
        defaults={"verdict": LikenessVerdict.Verdict(verdict), "reason": reason, "by": user, "at": now},
    )
    return given


def _agree(pair: Pair, column: str) -> bool:
    one, other = getattr(pair.first, column), getattr(pair.second, column)
    return filled(one) and one == other
