"""A dossier: all that the gate sees of one self-evaluation, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from yunguan.budget.amounts import Amounts
from yunguan.core.finding import ABOVE, Place
from yunguan.evaluation.gate.limits import LIMITS
from yunguan.evaluation.scheme import DEPARTMENT
from yunguan.evaluation.scored import ScoredItem, ScoredScheme

NO_MONEY = Amounts(None, None, None, None)


@dataclass(frozen=True)
class Goal:
    """The goal that the evaluation answers; ``state_words`` is its state in Chinese."""

    number: str
    state: str
    state_words: str
    annual_goal: str


@dataclass(frozen=True)
class Watched:
    """What the mid-year monitoring said of one item: ``forecast`` is will, may or cannot."""

    item: str
    forecast: str
    forecast_words: str
    as_of: date


@dataclass(frozen=True)
class Named:
    """A problem that a report named; ``figures`` are the ids of the indicators that it is about."""

    number: str
    title: str
    figures: frozenset[str] = frozenset()
    measured: bool = True
    answer: str = ""


@dataclass(frozen=True)
class Funds:
    """The money of the subject in 元, and the reasons given for what was added to it and taken from it."""

    amounts: Amounts = NO_MONEY
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dossier:
    """One self-evaluation with what lies beside it. ``projects`` are the scored projects beside the department's.

    ``named`` are this year's problems, ``earlier`` last year's; ``limits`` the thresholds in force, by code.
    """

    year: int
    subject: str
    tree: ScoredScheme
    goal: Goal | None = None
    watched: tuple[Watched, ...] = ()
    named: tuple[Named, ...] = ()
    earlier: tuple[Named, ...] = ()
    funds: Funds = Funds()
    projects: tuple[ScoredScheme, ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)

    def limit(self, code: str) -> Decimal:
        """A threshold: the value in force, else the declared one."""
        return Decimal(self.limits.get(code, LIMITS[code].value))

    @property
    def form(self) -> str:
        """The form in which the evaluation is handed in."""
        if self.subject == DEPARTMENT:
            return "部门整体支出绩效自评表"
        return f"项目支出绩效自评表（{self.tree.subject}）"

    def items(self) -> Iterator[ScoredItem]:
        """The items that apply."""
        return (each for each in self.tree.items() if each.applies)

    def place(self, column: str, quote: str, item: ScoredItem | None = None) -> Place:
        """A cell of the form: the item's row, the column, and what stands there."""
        row = [item.item.title] if item else []
        return Place(ABOVE.join([self.form, *row, column]), quote)
