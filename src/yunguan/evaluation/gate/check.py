"""What a check of the gate is: a function over a dossier with its Chinese title, its reason and its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from yunguan.core.catalogue import Catalogue, load
from yunguan.core.finding import Place, Severity
from yunguan.evaluation.gate.dossier import Dossier

SEVERITIES = {Severity.ERROR: "必须改正", Severity.WARNING: "请核对"}
"""What blocks the hand-in, and what only asks."""


@dataclass(frozen=True)
class Fault:
    """What a check has seen; ``severity`` only where it is another than the check's own."""

    place: Place
    message: str
    severity: Severity | None = None


@dataclass(frozen=True)
class Objection:
    """What the gate holds against a hand-in: an error blocks it, a warning asks."""

    code: str
    severity: Severity
    place: Place
    message: str
    remedy: str

    @property
    def blocks(self) -> bool:
        """Whether it must be put right before the hand-in."""
        return self.severity is Severity.ERROR

    def as_json(self) -> dict[str, str]:
        """An element of ``findings`` in ``yunguan score --json``."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "place": self.place.where,
            "quote": self.place.quote,
            "message": self.message,
            "remedy": self.remedy,
        }


@dataclass(frozen=True)
class Example:
    """A dossier with what it shows, in words."""

    words: str
    dossier: Dossier


@dataclass(frozen=True)
class Check:
    """A declared check: ``code`` is its function's name, ``title`` its Chinese name, ``principle`` its docstring.

    ``why`` tells reviewers the principle with its source, ``silent`` when nothing is said, ``remedy`` what to do.
    """

    code: str
    title: str
    severity: Severity
    run: Callable[[Dossier], Iterator[Fault]]
    why: str
    silent: str
    caught: Example
    passed: Example
    remedy: str

    @property
    def principle(self) -> str:
        """The principle in one sentence."""
        return (self.run.__doc__ or "").strip()

    def objections(self, dossier: Dossier) -> tuple[Objection, ...]:
        """What the check holds against a dossier, signed with its code."""
        return tuple(
            Objection(self.code, fault.severity or self.severity, fault.place, fault.message, self.remedy)
            for fault in self.run(dossier)
        )


def check(title: str, severity: Severity, **told: Any) -> Callable[[Callable[[Dossier], Iterator[Fault]]], Check]:
    """Declare a function as the check of this title; ``told`` is its explanation, found by reading the folder."""

    def declare(run: Callable[[Dossier], Iterator[Fault]]) -> Check:
        return Check(run.__name__, title, severity, run, **told)

    return declare


@cache
def checks() -> Catalogue[Check]:
    """Every check by its code, found by reading the folder."""
    return load("yunguan.evaluation.gate.checks", Check, lambda each: each.code)


def inspect(dossier: Dossier) -> tuple[Objection, ...]:
    """What all checks hold against a dossier, what blocks it first."""
    found = [objection for each in checks() for objection in each.objections(dossier)]
    return tuple(sorted(found, key=lambda each: not each.blocks))
