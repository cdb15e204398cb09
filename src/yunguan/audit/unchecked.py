"""The numbers of a document that took part in no finding, no relation and no doubt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yunguan.audit.facts import Fact
from yunguan.audit.rule import Verdict
from yunguan.core.finding import Place, Spot


@dataclass(frozen=True)
class Unchecked:
    """A number as printed, what it is of ("" where the text does not say), and where it stands."""

    text: str
    subject: str
    place: Place
    spot: Spot

    def as_json(self) -> dict[str, str]:
        return {"text": self.text, "subject": self.subject, **self.place.as_json()}


def unchecked(facts: Iterable[Fact], verdicts: Iterable[Verdict]) -> tuple[Unchecked, ...]:
    """The facts that no verdict has among its operands, told by their very characters, never by their value."""
    taken = _spots(verdicts)
    left = (fact for fact in facts if fact.spot not in taken)
    return tuple(Unchecked(fact.quantity.text, fact.subject, fact.place, fact.spot) for fact in left)


def without(left: Iterable[Unchecked], verdicts: Iterable[Verdict]) -> tuple[Unchecked, ...]:
    """Those that these verdicts have not among their operands either."""
    taken = _spots(verdicts)
    return tuple(each for each in left if each.spot not in taken)


def _spots(verdicts: Iterable[Verdict]) -> set[Spot | None]:
    return {operand.spot for verdict in verdicts for operand in verdict.operands}
