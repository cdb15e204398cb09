"""State tables as data: states, the moves between them, who may make them, and by when."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from yunguan.core.finding import Problem

Guard = Callable[[Any, "Context"], Iterator[Problem]]
Filler = Callable[[Any, "Context"], dict[str, Any]]
"""Called with the record and the context of the move, last before it is made."""
Effect = Callable[[Any, Any], None]
"""Called with the moved record and the order that moved it."""


def _no_rule(code: str) -> int:
    msg = f"没有规则“{code}”的取值，请先在规则参数中维护。"
    raise LookupError(msg)


@dataclass(frozen=True)
class Context:
    """What a guard may know of a move: the business date, the values given with it, and rule values by code."""

    on: date
    given: dict[str, Any] = field(default_factory=dict)
    rule: Callable[[str], int] = _no_rule


@dataclass(frozen=True)
class Deadline:
    """A limit of days for a state; the number, its unit and its document number are the rule's."""

    rule: str
    since: tuple[str, ...] = ()  # states before this one that belong to the same clock
    by: str = ""  # column of the record whose value ends the rule's code: a limit for each kind of case
    extended_by: str = ""  # column of the record that holds the days granted beyond the rule
    pauses_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    """One state; ``date_field`` names the record's column that holds the business date of entering it.

    ``awaits`` says that somebody has to act next: its records are open work.
    """

    code: str
    label: str
    date_field: str | None = None
    deadline: Deadline | None = None
    final: bool = False
    awaits: bool = False


@dataclass(frozen=True)
class Transition:
    """One move. ``asks`` names the columns that are filled in with it; ``reason`` whether words are owed."""

    code: str
    label: str
    source: tuple[str, ...]
    target: str
    roles: frozenset[str]
    asks: tuple[str, ...] = ()
    reason: bool = False
    other_person: bool = False  # whoever brought the record into its present state may not make this move
    when_overdue: bool = False  # made by the clock when the state's deadline has passed
    by_machine: bool = False  # made by the house itself as a consequence, never offered to a person
    fills: Filler | None = None  # what the house fills in for columns that are asked for and were left blank
    guard: Guard | None = None
    after: Effect | None = None  # what else happens with the move, in the same transaction
    owed: bool = True  # False: which of the columns asked for are owed is for the guard to say

    @property
    def demands(self) -> bool:
        """Whether every column asked for must be given: neither the guard decides nor the house fills in."""
        return self.owed and self.fills is None


@dataclass(frozen=True)
class Workflow:
    """The state table of one book. ``takeover`` names the roles that may import rows already in a later state."""

    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    takeover: frozenset[str] = frozenset()

    @property
    def initial(self) -> State:
        """The first state listed is where a new record begins."""
        return self.states[0]

    def state(self, code: str) -> State:
        """The state of that code; LookupError if there is none."""
        for state in self.states:
            if state.code == code:
                return state
        msg = f"状态表中没有“{code}”这一状态。"
        raise LookupError(msg)

    def transition(self, code: str) -> Transition:
        """The move of that code; LookupError if there is none."""
        for transition in self.transitions:
            if transition.code == code:
                return transition
        msg = f"状态表中没有“{code}”这一操作。"
        raise LookupError(msg)

    def moves_from(self, state: str) -> Iterator[Transition]:
        """The moves that leave a state, in the order declared."""
        return (move for move in self.transitions if state in move.source)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Codes of the states in which somebody has to act next."""
        return tuple(state.code for state in self.states if state.awaits)

    @property
    def over(self) -> tuple[str, ...]:
        """Codes of the states that no move leaves: the case is at its end."""
        return tuple(state.code for state in self.states if state.final)

    @property
    def labels(self) -> dict[str, str]:
        """Codes and Chinese names of the states."""
        return {state.code: state.label for state in self.states}


@dataclass(frozen=True)
class Rule:
    """A number that the law may change, with its document: data declared beside the book, editable by a user."""

    code: str
    title: str
    value: int
    unit: str  # 工作日, 日, 分, 年 …
    doc_no: str
    article: str = ""
    effective_from: date = date(2000, 1, 1)
    confirmed: bool = True  # False: taken from memory, shown as 待核实
