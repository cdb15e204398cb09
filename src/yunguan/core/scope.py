"""Whose rows a person may see: one value that both the ORM and the figures' SQL obey."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """Areas and sections that are open to somebody; None means without restriction.

    ``operator`` narrows further to the rows of one operator (its unified social credit code).
    """

    areas: frozenset[str] | None = None
    sections: frozenset[str] | None = None
    operator: str | None = None

    def sees_area(self, code: str) -> bool:
        """Whether rows of this six-digit area are open."""
        return self.areas is None or code in self.areas

    def sees_section(self, section: str) -> bool:
        """Whether books owned by this section are open."""
        return self.sections is None or section in self.sections


EVERYTHING = Scope()
NOTHING = Scope(areas=frozenset(), sections=frozenset())
