"""What an audit rule is: a function over a document, with its code, its Chinese name and its principle."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from yunguan.audit.explanation import Explanation
from yunguan.audit.facts import Fact
from yunguan.audit.identity import Identity, identity_of
from yunguan.audit.setting import Value
from yunguan.audit.tables.sheet import Sheet
from yunguan.core.finding import Doubt, Duty, Finding, Outcome, Relation, Severity
from yunguan.core.reading import Reading

Verdict = Finding | Relation | Doubt
T = TypeVar("T")


@dataclass(frozen=True)
class Document:
    """A reading with the facts of its text and the sheets of its tables: all that a rule sees.

    `settings` are the values that the profile chose for the settings of rules.
    """

    reading: Reading
    facts: tuple[Fact, ...]
    sheets: tuple[Sheet, ...] = ()
    settings: Mapping[str, Value] = field(default_factory=dict, compare=False)

    @cached_property
    def identity(self) -> Identity:
        """The kind of document, its year and its unit of money, as far as it says so itself."""
        return identity_of(self.reading)

    @cached_property
    def _gathered(self) -> dict[object, tuple[Any, ...]]:
        return {}

    def once(self, gather: Callable[[Document], Iterator[T]]) -> tuple[T, ...]:
        """What this function gathers from the document, gathered when the first rule asks for it."""
        if gather not in self._gathered:
            self._gathered[gather] = tuple(gather(self))
        return self._gathered[gather]


@dataclass(frozen=True)
class Rule:
    """A declared rule: `code` is its function's name, `name` its Chinese name, `principle` its docstring.

    One `of_known_kinds` says nothing of a document whose kind is not known; one that `reads_all` looks for what
    should stand nowhere, so that finding nothing is a pass.
    """

    code: str
    name: str
    principle: str
    explanation: Explanation
    check: Callable[[Document], Iterator[Verdict]]
    of_known_kinds: bool = False
    reads_all: bool = False

    def verdicts(self, document: Document) -> tuple[Verdict, ...]:
        """What the rule says of a document, each signed with the rule's code."""
        return tuple(_signed(verdict, self.code) for verdict in self.check(document))

    def duty(self, verdicts: tuple[Verdict, ...]) -> Duty:
        """How the duty ended: what was never reached is not applicable, what stayed open is ambiguous."""
        return Duty(self.code, outcome_of(verdicts))


def rule(
    name: str,
    *,
    why: str,
    compares: str,
    silent: str,
    caught: str,
    passed: str,
    remedy: str,
    of_known_kinds: bool = False,
    reads_all: bool = False,
) -> Callable[[Callable[[Document], Iterator[Verdict]]], Rule]:
    """Declare a function as the rule of this Chinese name and explanation; it is found by reading the folder."""
    said = Explanation(why=why, compares=compares, silent=silent, caught=caught, passed=passed, remedy=remedy)

    def declare(check: Callable[[Document], Iterator[Verdict]]) -> Rule:
        return Rule(check.__name__, name, (check.__doc__ or "").strip(), said, check, of_known_kinds, reads_all)

    return declare


def _signed(verdict: Verdict, code: str) -> Verdict:
    return replace(verdict, rule=code)


def outcome_of(verdicts: Collection[Verdict]) -> Outcome:
    """How a duty ended with these verdicts."""
    if any(isinstance(verdict, Finding) and verdict.severity is not Severity.HINT for verdict in verdicts):
        return Outcome.FAIL
    if any(isinstance(verdict, Doubt) for verdict in verdicts):
        return Outcome.AMBIGUOUS
    return Outcome.PASS if verdicts else Outcome.NOT_APPLICABLE
