"""Budget and execution of anything that money was granted for: sums of rows, exact to the fen, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

INITIAL = "initial"
INCREASE = "increase"
DECREASE = "decrease"
EXECUTED = "executed"


@dataclass(frozen=True)
class Entry:
    """What the rows of one measure with the same dimensions add up to, in fen; codes are "" where none was given."""

    measure: str
    fund: str
    kind: str
    project: str
    economic: str
    functional: str
    fen: int


@dataclass(frozen=True)
class Amounts:
    """Money in 元; None where nothing was entered, zero where a zero was."""

    initial: Decimal | None
    increases: Decimal | None
    decreases: Decimal | None
    executed: Decimal | None

    @property
    def budget(self) -> Decimal | None:
        """全年预算数: initial plus additions less reductions."""
        entered = [each for each in (self.initial, self.increases) if each is not None]
        if not entered and self.decreases is None:
            return None
        return sum(entered, Decimal(0)) - (self.decreases or Decimal(0))

    @property
    def remaining(self) -> Decimal | None:
        """What may still be spent; negative where more was spent than granted."""
        return None if self.budget is None else self.budget - (self.executed or Decimal(0))

    @property
    def rate(self) -> Decimal | None:
        """预算执行率 as a ratio (executed by the year's budget); None without either, or over a budget of nothing."""
        if not self.budget or self.executed is None:
            return None
        return self.executed / self.budget


def amounts(entries: Iterable[Entry]) -> Amounts:
    """What these entries add up to."""
    fen: dict[str, int] = {}
    for entry in entries:
        fen[entry.measure] = fen.get(entry.measure, 0) + entry.fen
    return Amounts(*(_yuan(fen.get(measure)) for measure in (INITIAL, INCREASE, DECREASE, EXECUTED)))


def _yuan(fen: int | None) -> Decimal | None:
    return None if fen is None else Decimal(fen).scaleb(-2)
