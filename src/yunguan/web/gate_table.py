"""What the gate holds against a self-evaluation, as rows that lead to the item in question."""

from __future__ import annotations

from dataclasses import dataclass

from yunguan.core.finding import ABOVE
from yunguan.evaluation.gate.check import SEVERITIES, Objection, inspect
from yunguan.evaluation.gate.reading import dossier_of
from yunguan.evaluation.scored import ScoredScheme


@dataclass(frozen=True)
class Row:
    """One objection, where in the form it stands, and the id of the item to open ("" for none)."""

    objection: Objection
    where: str
    item: str

    @property
    def severity(self) -> str:
        """How much it matters, in words."""
        return SEVERITIES[self.objection.severity]


def objections_to(year: int, subject: str, tree: ScoredScheme) -> list[Row]:
    """What the gate says of a scored tree, what blocks the hand-in first."""
    ids = {each.item.title: each.item.id for each in tree.items()}
    return [_row(each, ids) for each in inspect(dossier_of(year, subject, trees={subject: tree}))]


def _row(objection: Objection, ids: dict[str, str]) -> Row:
    _, *inside = objection.place.where.split(ABOVE)
    return Row(objection, ABOVE.join(inside), next((ids[part] for part in inside if part in ids), ""))
