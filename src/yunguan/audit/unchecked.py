"""The numbers of a document that took part in no finding, no relation and no doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yunguan.audit.facts import Fact
from yunguan.core.finding import Doubt, Finding, Place, Relation, Spot


@dataclass(frozen=True)
class Unchecked:
    """A number as printed, what it is of ("" where the text does not say), and where it stands."""

    text: str
    subject: str
    place: Place
    spot: Spot

    def as_json(self) -> dict[str, str]:
        return {"text": self.text, "subject": self.subject, **self.place.as_json()}


def unchecked(facts: Iterable[Fact], verdicts: Iterable[Finding | Relation | Doubt]) -> tuple[Unchecked, ...]:
    """The facts that no verdict has among its operands, told by their very characters, never by their value."""
    left = (Unchecked(fact.quantity.text, fact.subject, fact.place, fact.spot) for fact in facts)
    return without(left, verdicts)


def without(left: Iterable[Unchecked], verdicts: Iterable[Finding | Relation | Doubt]) -> tuple[Unchecked, ...]:
    """Those that these verdicts have not among their operands either."""
    taken = set(_spots(verdicts))
    return tuple(each for each in left if each.spot not in taken)


def _spots(verdicts: Iterable[Finding | Relation | Doubt]) -> Iterator[Spot]:
    for verdict in verdicts:
        yield from (operand.spot for operand in verdict.operands if operand.spot is not None)
