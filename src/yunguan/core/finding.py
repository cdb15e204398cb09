"""What is said when something does not hold: Problem for a record, Finding for a report, Duty for a rule."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any


class Severity(StrEnum):
    """How much it matters: an error is proved, a warning asks a question, a hint is for style and rounding."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def gravity(self) -> int:
        """A number that is the greater, the graver it is."""
        return -list(Severity).index(self)


class Outcome(StrEnum):
    """How the duty of a rule ended on one document; what was never reached is never called a pass."""

    PASS = "pass"  # noqa: S105 - an outcome, not a secret
    FAIL = "fail"
    UNREAD = "unread"
    NOT_APPLICABLE = "not_applicable"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True)
class Problem:
    """One thing to be put right in a record; `field` is the column's name, "" for the whole row."""

    field: str
    message: str
    severity: Severity = Severity.ERROR


ABOVE = " › "
"""Parts a heading from what stands below it, in a place."""


@dataclass(frozen=True)
class Place:
    """Where in a document something stands, and the words that stand there."""

    where: str
    quote: str

    @property
    def own(self) -> str:
        """The block's own place, without the headings above it."""
        return self.where.rpartition(ABOVE)[2]

    def as_json(self) -> dict[str, str]:
        return {"where": self.where, "quote": self.quote}


@dataclass(frozen=True)
class Spot:
    """The very characters of a number: their block by its place and text, and where in it they begin.

    The text is needed where a paragraph that was broken by hand gives several blocks of one place.
    """

    where: str
    text: str
    start: int


@dataclass(frozen=True)
class Operand:
    """One number that took part in a check, as printed, with its name and unit ("" where there is none).

    `spot` tells which characters of the document they are; two operands are the same whatever their spots.
    """

    name: str
    value: str
    unit: str = ""
    spot: Spot | None = field(default=None, compare=False, repr=False)

    def as_json(self) -> dict[str, str]:
        return {"name": self.name, "value": self.value, "unit": self.unit}

    def __str__(self) -> str:
        return f"{self.name} {self.value}{self.unit}".strip()


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule holds against a report: both quotes, the operands, and by how much they differ.

    `expected`, `stated` and `difference` are printed numbers with their unit, None where the rule compares no
    numbers. `rule` is filled in by the run.
    """

    message: str
    places: tuple[Place, ...]
    severity: Severity
    operands: tuple[Operand, ...] = ()
    expected: str | None = None
    stated: str | None = None
    difference: str | None = None
    rule: str = ""

    @property
    def is_hint(self) -> bool:
        """True for what does not count against the document."""
        return self.severity is Severity.HINT

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of rule, places and operands: the same for this finding alone, whatever its grade or wording."""
        held = [self.rule, [each.as_json() for each in self.places], [each.as_json() for each in self.operands]]
        return hashlib.sha256(json.dumps(held, ensure_ascii=False).encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "message": self.message,
            "places": [place.as_json() for place in self.places],
            "operands": [operand.as_json() for operand in self.operands],
            "expected": self.expected,
            "stated": self.stated,
            "difference": self.difference,
        }


@dataclass(frozen=True, kw_only=True)
class Contradiction(Finding):
    """The places cannot both be true, and that is proved."""

    severity: Severity = Severity.ERROR


@dataclass(frozen=True, kw_only=True)
class Conflict(Finding):
    """The places are both true only under a reading that the text does not state and the message names."""

    severity: Severity = Severity.WARNING


@dataclass(frozen=True, kw_only=True)
class Hint(Finding):
    """A matter of style or of rounding."""

    severity: Severity = Severity.HINT


@dataclass(frozen=True, kw_only=True)
class Relation:
    """A relation that was checked and holds. `rule` is filled in by the run."""

    places: tuple[Place, ...]
    operands: tuple[Operand, ...]
    rule: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "places": [place.as_json() for place in self.places],
            "operands": [operand.as_json() for operand in self.operands],
        }


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A relation that may have been meant but that the text does not bind: neither held nor refused.

    `rule` is filled in by the run.
    """

    message: str
    places: tuple[Place, ...]
    operands: tuple[Operand, ...] = ()
    rule: str = ""

    def as_json(self) -> dict[str, Any]:
        return {"message": self.message, "places": [place.as_json() for place in self.places]}


@dataclass(frozen=True)
class Duty:
    """How one rule ended on one document; `reason` is why, where that needs saying."""

    rule: str
    outcome: Outcome
    reason: str = ""

    def as_json(self) -> dict[str, str]:
        return {"rule": self.rule, "outcome": self.outcome.value}
