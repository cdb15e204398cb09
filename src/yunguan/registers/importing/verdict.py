"""What one cell amounts to: a value for the register, nothing, or a refusal with its remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

FEN_PER_YUAN: Final = Decimal(100)


@dataclass(frozen=True)
class Verdict:
    """`message` says what is wrong, "" when nothing is; `note` says what was mapped or looks doubtful."""

    value: Any = None
    message: str = ""
    remedy: str = ""
    note: str = ""


UNKNOWN: Final = Verdict()


def right(value: Any, note: str = "") -> Verdict:
    """The cell is read."""
    return Verdict(value, note=note)


def wrong(message: str, remedy: str) -> Verdict:
    """The cell is refused; reason and remedy end as sentences do."""
    return Verdict(message=_sentence(message), remedy=_sentence(remedy))


def wrong_as_said(sentence: str) -> Verdict:
    """The cell is refused with a sentence that holds the reason and, after “，请”, the remedy."""
    message, asks, remedy = sentence.partition("，请")
    return wrong(message, f"请{remedy}" if asks else "请核对后改正")


def _sentence(words: str) -> str:
    return words if words.endswith("。") else f"{words}。"


@dataclass(frozen=True)
class Context:
    """What the sheet says about a column: Excel rows of its values, fen per unit written, labels of the states.

    `fill_merged` takes the value of a vertically merged cell for the rows below it (texts, dates and choices only:
    an amount would be counted more than once).
    """

    rows: Sequence[int] = ()
    factor: Decimal = FEN_PER_YUAN
    labels: Mapping[str, str] = field(default_factory=dict)
    fill_merged: bool = False
