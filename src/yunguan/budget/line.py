"""The budget line: what money is granted for and spent from."""

from __future__ import annotations

from dataclasses import dataclass

CLASS_DIGITS = 3
"""A line reaches down to the economic class (类); within it the unit moves money itself."""


@dataclass(frozen=True, order=True)
class Line:
    """What a balance is kept for: year, fund, kind, project ("" for basic expenditure) and economic class."""

    year: int
    fund: str
    kind: str
    project: str
    economic: str

    @property
    def key(self) -> str:
        """One text for one line."""
        return f"{self.year}/{self.fund}/{self.kind}/{self.project}/{self.economic}"
