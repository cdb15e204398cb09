"""A form as declared: layouts of columns, rows of cells that ask for words, figures or formulas, notes, signatures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yunguan.report.forms.filled import Align

ABOVE = "^"
"""What a cell says that is one with the cell above it."""


class FormError(ValueError):
    """A form that cannot be used as it stands; the message names the form, the place and the remedy."""

    def __init__(self, form: str, place: str, message: str) -> None:
        super().__init__(f"表“{form}”{place}：{message}")


class Occasion(StrEnum):
    """When in the year a form is handed in."""

    DECLARATION = "declaration"
    MONITORING = "monitoring"
    SELF_EVALUATION = "self_evaluation"


class Per(StrEnum):
    """Of what there is one form each."""

    DEPARTMENT = "department"
    PROJECT = "project"
    SUBJECT = "subject"  # the department, and each project


@dataclass(frozen=True)
class Layout:
    """How a row divides the grid: the name, span, alignment and number format of each column."""

    names: tuple[str, ...]
    spans: tuple[int, ...]
    aligns: tuple[Align, ...]
    formats: tuple[str, ...]

    def start(self, place: int) -> int:
        """The first grid column of the cell at a place."""
        return sum(self.spans[:place])


@dataclass(frozen=True)
class CellSpec:
    """A cell: words with marks, ``^``, or a formula, with the figure that the formula must agree with."""

    text: str = ""
    formula: str = ""
    figure: str = ""
    format: str = ""
    align: Align | None = None
    head: bool = False


@dataclass(frozen=True)
class RowSpec:
    """A row, or a row for each thing of a sequence.

    ``years`` are the first and the last year that it is printed in (None: without limit). Of repeated rows the columns
    named in ``merge`` are one cell where they say the same; ``otherwise`` is printed where the sequence is empty.
    ``every_page``: it belongs to the head that stands on every page.
    """

    cells: tuple[CellSpec, ...]
    layout: str
    name: str = ""
    head: bool = False
    every_page: bool = False
    repeat: str = ""
    merge: tuple[str, ...] = ()
    otherwise: tuple[CellSpec, ...] = ()
    years: tuple[int | None, int | None] = (None, None)

    def printed_in(self, year: int) -> bool:
        """Whether the form of a year has this row."""
        first, last = self.years
        return (first is None or first <= year) and (last is None or year <= last)


@dataclass(frozen=True)
class EmptyNote:
    """What is written under a table without money: ``figures`` are those that are all 0 then."""

    figures: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Form:
    """A form as the finance bureau prints it; ``source`` is the document that its layout comes from.

    ``annex`` is its number among the report's attachments, 0 where it is none of them.
    """

    code: str
    title: str
    source: str
    occasion: Occasion
    per: Per
    annex: int
    sheet: str
    subtitle: str
    left: str
    right: str
    landscape: bool
    widths: tuple[int, ...]
    layouts: dict[str, Layout]
    rows: tuple[RowSpec, ...]
    notes: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    empty: EmptyNote | None = None
