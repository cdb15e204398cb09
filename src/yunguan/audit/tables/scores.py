"""The rows of a self-evaluation table: target, actual value, points and score of one indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yunguan.audit.facts import Fact
from yunguan.audit.rule import Document
from yunguan.audit.tables.sheet import Column, Sheet, SheetRow

_REASONS = re.compile(r"偏差|原因")
_TARGET = r"(?:年度|预期|计划)?(?:指标值|目标值)(?!.*实际)|年初(?:设定)?目标|预期目标值"
_ACTUAL = r"(?:全年)?实际(?:完成)?(?:值|数|情况)|完成值|全年实际"
_POINTS, _SCORE = r"分值|满分|权重", r"得分|自评分"
_AT_LEAST, _AT_MOST = {"≥", ">=", ">", "＞", "不低于"}, {"≤", "<=", "<", "＜", "不超过"}


@dataclass(frozen=True)
class Scored:
    """One indicator with its points and score; target and actual where both are numbers of one unit.

    `reason` is the text behind the score, None where the table has no column for it. `finest` is one unit of the
    last digit that any score of the table is printed with.
    """

    row: SheetRow
    points: Fact
    score: Fact
    target: Fact | None
    actual: Fact | None
    reason: str | None
    finest: Decimal

    @property
    def full(self) -> bool:
        return self.score.value == self.points.value

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; None where it cannot be said."""
        if self.target is None or self.actual is None:
            return None
        bound, actual, target = self.target.quantity.bound, self.actual.value, self.target.value
        if bound in _AT_LEAST or not bound:
            return actual >= target
        return actual <= target if bound in _AT_MOST else None

    @property
    def due(self) -> Decimal | None:
        """Points by the linear rule: full at the target, in proportion below it (财预〔2020〕10号)."""
        if self.target is None or self.actual is None or self.reached is None:
            return None
        if self.reached:
            return self.points.value
        above, below = (self.actual, self.target)
        if self.target.quantity.bound in _AT_MOST:
            above, below = below, above
        return self.points.value * above.value / below.value if below.value else None


def scored_rows(document: Document) -> Iterator[Scored]:
    """The rows of all tables that have points and a score, totals left out."""
    for sheet in document.sheets:
        points, score = sheet.column(_POINTS, "得分|自评分"), sheet.column(_SCORE, "率")
        if points is not None and score is not None:
            reasons = _has_reasons(document, sheet)
            finest = min((fact.step for _, fact in sheet.pairs(score)), default=Decimal(1))
            for row in sheet.rows:
                found = _scored(sheet, row, (points, score, finest), reasons=reasons)
                if found is not None:
                    yield found


def _scored(sheet: Sheet, row: SheetRow, told: tuple[Column, Column, Decimal], *, reasons: bool) -> Scored | None:
    points, score = (row.cells.get(column.index) for column in told[:2])
    if points is None or score is None or row.is_total or not points.value or points.quantity.is_rate:
        return None
    target, actual = (
        _cell(row, sheet.column(words, without)) for words, without in ((_TARGET, "实际"), (_ACTUAL, "率"))
    )
    if target is None or actual is None or target.quantity.unit != actual.quantity.unit:
        target = actual = None
    behind = row.quote.rpartition(score.block.text.strip())[2].strip(" —-–/无") if reasons else None
    return Scored(row, points, score, target, actual, behind, told[2])


def _cell(row: SheetRow, column: Column | None) -> Fact | None:
    return None if column is None else row.cells.get(column.index)


def _has_reasons(document: Document, sheet: Sheet) -> bool:
    table = document.reading.table(sheet.table)
    return table is not None and any(_REASONS.search(cell) for row in table.rows for cell in row)
