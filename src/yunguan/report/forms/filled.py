"""A filled form: a grid of cells with spans, words, numbers and live formulas, before anybody decides how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from yunguan.report.inlines import FigureMark, Inline, Inlines, Text, words

GAP = "【待填】"
_BETWEEN = Text("　　")  # what stands between the names to sign
_ROOM = Text("　　　　")  # for a name that is signed by hand


class Align(StrEnum):
    """Where the words of a cell stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class Term:
    """A cell that a formula reads, by row and column from 0, and whether it is added (1) or taken away (-1)."""

    row: int
    column: int
    sign: int = 1


@dataclass(frozen=True)
class SumOf:
    """Terms added up, rounded to so many decimals: the noise of binary fractions goes, no digit of money does."""

    terms: tuple[Term, ...]
    places: int


@dataclass(frozen=True)
class RatioOf:
    """One cell divided by another; blank where the divisor is 0."""

    above: Term
    below: Term


Formula = SumOf | RatioOf


@dataclass(frozen=True)
class FilledCell:
    """One cell: its place and spans, what is printed, and what a workbook holds.

    ``number`` is the cell's value in the workbook's own scale (a percentage as a ratio), ``number_format`` how a
    workbook shows it; ``gap`` says that the cell waits to be filled in.
    """

    row: int
    column: int
    inlines: Inlines
    rows: int = 1
    columns: int = 1
    align: Align = Align.CENTRE
    head: bool = False
    number: Decimal | None = None
    number_format: str = ""
    formula: Formula | None = None

    @property
    def text(self) -> str:
        """What the reader sees; lines are parted by line ends."""
        return words(self.inlines)

    @property
    def gap(self) -> bool:
        """Whether something in it waits to be filled in."""
        return any(inline.missing for inline in self.inlines)

    @property
    def figure(self) -> str:
        """The id of the figure that it shows; "" where it shows none or several."""
        marks = [inline for inline in self.inlines if isinstance(inline, FigureMark)]
        return marks[0].id if len(marks) == 1 else ""


@dataclass(frozen=True)
class FilledForm:
    """A form as it is printed: title, grid, foot notes and the line to sign.

    ``widths`` are the columns' shares of the line; the rows from ``repeated`` [first, behind the last) are the head
    that stands on every page. ``complaints`` say what does not fit together, in Chinese.
    """

    code: str
    sheet: str
    annex: str
    title: str
    subtitle: str
    left: Inlines
    right: Inlines
    landscape: bool
    widths: tuple[int, ...]
    cells: tuple[FilledCell, ...]
    repeated: tuple[int, int] = (0, 0)
    notes: tuple[Inlines, ...] = ()
    signature: tuple[Inlines, ...] = ()
    complaints: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """How many rows the grid has."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    def row(self, number: int) -> tuple[FilledCell, ...]:
        """The cells that begin in a row, from the left."""
        return tuple(cell for cell in self.cells if cell.row == number)

    def at(self, row: int, column: int) -> FilledCell:
        """The cell that begins at a place; raises KeyError where none does."""
        for cell in self.cells:
            if (cell.row, cell.column) == (row, column):
                return cell
        raise KeyError((row, column))

    def inlines(self) -> Iterator[Inline]:
        """Everything printed, in reading order."""
        yield from (*self.left, *self.right)
        for cell in self.cells:
            yield from cell.inlines
        for line in (*self.notes, *self.signature):
            yield from line

    @property
    def signed(self) -> Inlines:
        """The names to sign, in one line."""
        named = [(*part, _ROOM) if words(part).endswith("：") else part for part in self.signature]
        parts = [(_BETWEEN, *part) if number else part for number, part in enumerate(named)]
        return tuple(inline for part in parts for inline in part)

    @property
    def gaps(self) -> tuple[str, ...]:
        """Where something waits to be filled in: the words at the left of the cell's row, or the line itself."""
        rows = {cell.row: self._label(cell.row) for cell in self.cells if cell.gap}
        return tuple(f"{self.sheet}：{label}" for label in rows.values())

    def _label(self, number: int) -> str:
        here = [cell for cell in self.cells if cell.row <= number < cell.row + cell.rows]
        texts = [cell.text.replace("\n", "") for cell in here if not cell.gap and cell.number is None]
        return " ".join(text.strip() for text in texts if text.strip())[:30] or f"第 {number + 1} 行"


def form_text(form: FilledForm) -> Iterator[str]:
    """The form as plain text: a line for each row, cells parted by bars."""
    yield from (line for line in (form.annex, form.title, form.subtitle) if line)
    yield f"{words(form.left)} | {words(form.right)}"
    for number in range(form.height):
        yield " | ".join(cell.text.replace("\n", " ") for cell in form.row(number))
    yield from (words(note) for note in form.notes)
    if form.signature:
        yield words(form.signed)
