"""Chance with a seed, and the choice between wordings of the tune split and wordings held out for the test split."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")

_HELD_SHARE = 0.75


class Dice:
    """Every random choice of one report, from its seed alone."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed)  # noqa: S311 - invented reports, the same every time

    def choice(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self._random.randrange(len(options))]

    def sample(self, options: Sequence[T], count: int) -> list[T]:
        """So many different options in a random order, or all where there are fewer."""
        return self._random.sample(list(options), min(count, len(options)))

    def ordered(self, options: Sequence[T], count: int) -> list[T]:
        """So many different options in their own order."""
        chosen = sorted(self._random.sample(range(len(options)), min(count, len(options))))
        return [options[index] for index in chosen]

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return self._random.randint(low, high)

    def chance(self, share: float) -> bool:
        """True in this share of the cases."""
        return self._random.random() < share

    def scaled(self, amount: int, low: float, high: float) -> int:
        """The amount times something between low and high."""
        return int(Decimal(amount) * Decimal(str(round(self._random.uniform(low, high), 4))))

    def split(self, total: int, parts: int) -> list[int]:
        """A total cut into so many positive parts, uneven as in life."""
        weights = [self._random.uniform(0.4, 2.2) for _ in range(parts)]
        shares = [max(1, int(total * weight / sum(weights))) for weight in weights]
        shares[0] += total - sum(shares)
        return shares


@dataclass(frozen=True)
class Wordings:
    """Several independent ways to say one thing; `held` are never used in the tune split."""

    tune: tuple[str, ...]
    held: tuple[str, ...]

    def one(self, dice: Dice, *, held: bool) -> str:
        """A wording; the test split takes held-out ones three times of four."""
        return dice.choice(self.held if held and self.held and dice.chance(_HELD_SHARE) else self.tune)
