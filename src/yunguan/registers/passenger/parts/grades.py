"""Credit grades computed: marks of the items added up, the threshold found, vetoes applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import models


class Grade(models.TextChoices):
    """质量信誉等级; taxi and ride-hailing operators have two grades more (交运规〔2022〕2号, article 5)."""

    AAAAA = "AAAAA", "AAAAA"
    AAAA = "AAAA", "AAAA"
    AAA = "AAA", "AAA"
    AA = "AA", "AA"
    A = "A", "A"
    B = "B", "B"


BEST_FIRST: tuple[str, ...] = tuple(Grade.values)
LOWEST = Grade.B.value


class ItemKind(models.TextChoices):
    """What an item does: it is part of the full marks, it adds to them, or it limits the grade."""

    BASE = "base", "基本分"
    BONUS = "bonus", "加分"
    VETO = "veto", "否决"


@dataclass(frozen=True)
class Mark:
    """What one level gave for one item, in tenths of a mark; None where that level gave nothing."""

    kind: str
    points: int | None


def total_of(marks: Sequence[Mark], bonus_cap: int) -> int | None:
    """Marks of the base items plus the bonus up to its cap, in tenths; None where a base item has no mark."""
    base = [mark.points for mark in marks if mark.kind == ItemKind.BASE]
    if not base or None in base:
        return None
    bonus = sum(mark.points or 0 for mark in marks if mark.kind == ItemKind.BONUS)
    return sum(points for points in base if points is not None) + min(bonus, bonus_cap)


def grade_of(total: int, thresholds: Iterable[tuple[str, int]], limits: Iterable[str] = ()) -> str:
    """The best grade whose threshold is reached (tenths of a mark), no better than any veto that applied allows."""
    reached = [grade for grade, least in thresholds if total >= least]
    by_marks = min(reached, key=BEST_FIRST.index, default=LOWEST)
    return max([by_marks, *limits], key=BEST_FIRST.index)


def shown(tenths: int) -> str:
    """Tenths of a mark as people write them: 87.5, 90."""
    return f"{(Decimal(tenths) / 10).normalize():f}"
