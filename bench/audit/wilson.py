"""The Wilson interval of a share."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

_Z = 1.959964


@dataclass(frozen=True)
class Share:
    """So many of so many; `value` is None where there was nothing to count."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % Wilson score interval (E. B. Wilson, 1927)."""
        if not self.whole:
            return None
        share, n = self.part / self.whole, self.whole
        middle = share + _Z**2 / (2 * n)
        spread = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        scale = 1 + _Z**2 / n
        return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)

    def __str__(self) -> str:
        if self.interval is None:
            return "–"
        low, high = self.interval
        return f"{self.part}/{self.whole} = {self.value:.3f} [{low:.3f}, {high:.3f}]"

    def as_json(self) -> dict[str, object]:
        return {"part": self.part, "whole": self.whole, "value": self.value, "interval": self.interval}

    def __add__(self, other: Share) -> Share:
        return Share(self.part + other.part, self.whole + other.whole)
