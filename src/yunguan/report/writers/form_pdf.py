"""Forms in the PDF: the call that sets one form on its pages; the look file says how."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from yunguan.report.forms.filled import Align, FilledCell, FilledForm
from yunguan.report.inlines import Inlines, Text, split_lines

_SIDE = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}

Inside = Callable[[Inlines], str]
"""Writes the inlines of one line as typst code, parted by semicolons."""


def form_call(form: FilledForm, inside: Inside) -> str:
    """The form as one call."""
    arguments = (
        str(form.landscape).lower(),
        _line((Text(form.annex),) if form.annex else (), inside),
        _line((Text(form.title),), inside),
        _line((Text(form.subtitle),) if form.subtitle else (), inside),
        _line(form.left or (Text(""),), inside),
        _line(form.right or (Text(""),), inside),
        f"({', '.join(f'{share}fr' for share in form.widths)},)",
        f"({', '.join(_cells(form, inside))},)",
        f"({''.join(f'{_line(note, inside)}, ' for note in form.notes)})",
        _line(form.signed, inside),
    )
    return f"#form-sheet({', '.join(arguments)})"


def _cells(form: FilledForm, inside: Inside) -> Iterator[str]:
    """The cells; the first rows are the head of every page where nothing in them reaches further down."""
    first, behind = form.repeated
    head = [cell for cell in form.cells if cell.row < behind] if first == 0 else []
    if all(cell.row + cell.rows <= behind for cell in head) and head:
        yield f"table.header({', '.join(_cell(cell, inside) for cell in head)})"
    else:
        yield from (_cell(cell, inside) for cell in head)
    yield from (_cell(cell, inside) for cell in form.cells if cell not in head)


def _cell(cell: FilledCell, inside: Inside) -> str:
    lines = "; linebreak(); ".join(inside(line) for line in split_lines(cell.inlines))
    words = f"form-head({{{lines}}})" if cell.head else f"{{{lines}}}"
    place = f"x: {cell.column}, y: {cell.row}, colspan: {cell.columns}, rowspan: {cell.rows}"
    return f"table.cell({place}, align: {_SIDE[cell.align]} + horizon, {words})"


def _line(inlines: Inlines, inside: Inside) -> str:
    return f"{{{inside(inlines)}}}" if inlines else "none"
