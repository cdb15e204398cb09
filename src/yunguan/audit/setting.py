"""A setting of a rule: a number or a list of words that a profile may give another value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

Value = int | tuple[str, ...]


class Chosen(Protocol):
    """What holds the values that a profile chose, by the setting's key."""

    @property
    def settings(self) -> Mapping[str, Value]: ...


@dataclass(frozen=True)
class Setting:
    """A declared setting: the rule it belongs to, its name in a profile, its usual value, what it means in Chinese."""

    rule: str
    name: str
    default: Value
    meaning: str

    @property
    def key(self) -> str:
        return f"{self.rule}.{self.name}"

    def number(self, of: Chosen) -> int:
        """The number that the profile chose, else the usual one."""
        value = of.settings.get(self.key, self.default)
        return value if isinstance(value, int) else 0

    def words(self, of: Chosen) -> tuple[str, ...]:
        """The words that the profile chose, else the usual ones."""
        value = of.settings.get(self.key, self.default)
        return value if isinstance(value, tuple) else ()
