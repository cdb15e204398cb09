"""What was planted where: the label that a finding must meet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from bench.audit.corpus.dice import Dice
from bench.audit.corpus.layout import Layout
from bench.audit.corpus.model import Report

Expected = Literal["certain", "conflict", "hint"]


@dataclass(frozen=True)
class Label:
    """One planted defect: `wrong` stands in `quotes`; each of `partners` is a number it disagrees with."""

    kind: str
    expected: Expected
    quotes: tuple[str, ...]
    wrong: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "expected": self.expected,
            "quotes": list(self.quotes),
            "wrong": list(self.wrong),
            "partners": list(self.partners),
            "words": list(self.words),
            "note": self.note,
        }


@dataclass(frozen=True)
class Planted:
    """A report with a defect in it, and its label."""

    report: Report
    label: Label
    touched: frozenset[int] = frozenset()


Planter = Callable[[Report, Layout, Dice], "Planted | None"]
