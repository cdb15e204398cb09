"""Forms in the Word file: a table with merged cells, its title, unit, notes and the line to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from yunguan.report.forms.filled import Align, FilledCell, FilledForm
from yunguan.report.inlines import Inlines, Text, split_lines
from yunguan.report.writers import geometry as g

_LEAST = 400  # twips of a row
_SIDE = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


@dataclass(frozen=True)
class _Look:
    """A paragraph style, and the face and size that its runs name too."""

    style: str
    face: str
    size: float


_ANNEX = _Look("FormAnnex", g.LEVEL1_FACE, g.BODY_SIZE)
_TITLE = _Look("FormTitle", g.TITLE_FACE, g.FORM_TITLE_SIZE)
_YEAR = _Look("FormText", g.FORM_FACE, g.TABLE_SIZE)
_TEXT = _Look("FormText", g.FORM_FACE, g.FORM_SIZE)
_CELL = _Look("FormCell", g.FORM_FACE, g.FORM_CELL_SIZE)
_HEAD = _Look("FormHead", g.LEVEL1_FACE, g.FORM_CELL_SIZE)


class Runs(Protocol):
    """Writes the runs of a line."""

    def __call__(self, inlines: Inlines, face: str, *, size: float) -> str:
        """The runs in a face and size."""


def form_width(form: FilledForm) -> float:
    """The width of a form's table in millimetres."""
    return (g.PAGE_HEIGHT if form.landscape else g.PAGE_WIDTH) - 2 * g.FORM_MARGIN


def form_parts(form: FilledForm, runs: Runs, section: str) -> Iterator[str]:
    """The paragraphs and the table of one form; ``section`` ends its pages and stands in the last paragraph."""
    if form.annex:
        yield _line((Text(form.annex),), runs, _ANNEX)
    yield _line((Text(form.title),), runs, _TITLE)
    if form.subtitle:
        yield _line((Text(form.subtitle),), runs, _YEAR, _side(Align.CENTRE))
    yield _over(form, runs)
    yield _Table(form, runs).xml()
    *notes, last = (*form.notes, form.signed)
    for note in notes:
        yield _line(note, runs, _CELL)
    yield _line(last, runs, _TEXT, f'<w:spacing w:before="120"/>{section}')


def _over(form: FilledForm, runs: Runs) -> str:
    """The line over the table: unit at the left, unit of money at the right."""
    end = twips(form_width(form))
    place = f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>'
    tab = "<w:r><w:tab/></w:r>" if form.right else ""
    left, right = (runs(side, g.FORM_FACE, size=g.FORM_SIZE) for side in (form.left, form.right))
    return paragraph(f"{left}{tab}{right}", "FormText", place)


def _line(inlines: Inlines, runs: Runs, look: _Look, place: str = "") -> str:
    return paragraph(runs(inlines, look.face, size=look.size), look.style, place)


class _Table:
    """Writes the grid of one form."""

    def __init__(self, form: FilledForm, runs: Runs) -> None:
        self._form, self._runs = form, runs
        whole = twips(form_width(form))
        self._widths = [round(whole * share / sum(form.widths)) for share in form.widths]

    def xml(self) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        rows = "".join(self._row(number) for number in range(self._form.height))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(self._widths)}" w:type="dxa"/>'
            '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/>'
            f'<w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
        )

    def _row(self, number: int) -> str:
        cells = [cell for cell in self._form.cells if cell.row <= number < cell.row + cell.rows]
        inside = "".join(self._cell(cell, number) for cell in sorted(cells, key=lambda cell: cell.column))
        repeat = "<w:tblHeader/>" if self._repeats(number) else ""
        height = f'<w:trHeight w:val="{_LEAST}" w:hRule="atLeast"/>'
        return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeat}</w:trPr>{inside}</w:tr>"

    def _repeats(self, number: int) -> bool:
        """Word repeats the first rows of a table only."""
        first, behind = self._form.repeated
        return first == 0 and number < behind

    def _cell(self, cell: FilledCell, number: int) -> str:
        width = sum(self._widths[cell.column : cell.column + cell.columns])
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        first = cell.row == number
        merge = ('<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>") if cell.rows > 1 else ""
        look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'
        return f"<w:tc>{look}{self._words(cell) if first else paragraph('', 'FormCell')}</w:tc>"

    def _words(self, cell: FilledCell) -> str:
        look = _HEAD if cell.head else _CELL
        return "".join(_line(line, self._runs, look, _side(cell.align)) for line in split_lines(cell.inlines))


def _side(align: Align) -> str:
    return f'<w:jc w:val="{_SIDE[align]}"/>'


def paragraph(runs: str, style: str, place: str = "") -> str:
    """A paragraph of a named style; ``place`` are more of its properties, in their order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{place}</w:pPr>{runs}</w:p>'


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres / 25.4 * 1440)
