"""Forms as a workbook: a sheet a form as a finance bureau prints it, with live formulas and the values they give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from yunguan.report.forms.filled import GAP, Align, FilledCell, FilledForm, Formula, RatioOf, SumOf, Term
from yunguan.report.inlines import Inlines, words
from yunguan.report.writers.printable import printable
from yunguan.report.writers.text_width import lines

_A4 = 9
_PORTRAIT, _LANDSCAPE = 88, 134  # characters of 10 pt in the type area of a page
_HALF_CHARACTERS = 1.05  # of 宋体 10 in a unit of column width
_PADDING, _INDENT = 0.7, 2.5  # half characters of a cell that words cannot use
_LINE = 15  # pt a line of a cell
_LEAST = 24  # pt of a row
_ABOVE = 4  # rows over the grid: annex, title, year, unit
_UNFIT = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_TEXT_FACE, _HEAD_FACE, _TITLE_FACE = "宋体", "黑体", "方正小标宋简体"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def forms_bytes(forms: Iterable[FilledForm], *, title: str, author: str, created: datetime) -> bytes:
    """The workbook; the same arguments give the same bytes. ``created`` has a time zone."""
    buffer = BytesIO()
    with Workbook(buffer, _OPTIONS) as book:
        book.set_properties(
            {"title": printable(title), "author": printable(author), "created": created.astimezone(UTC)}
        )
        looks = _Looks(book)
        taken: set[str] = set()
        for form in forms:
            _Sheet(form, book.add_worksheet(_free_name(form.sheet, taken)), looks).write()
    return buffer.getvalue()


def formula_text(formula: Formula, gaps: Iterable[Term] = (), *, above: int = 0) -> str:
    """A formula as a workbook writes it; ``above`` is the number of rows over the grid.

    Where one of its cells is a gap it says so until that cell is filled in.
    """
    waiting = [f'{_address(term, above)}="{GAP}"' for term in gaps]
    inner = _ratio(formula, above) if isinstance(formula, RatioOf) else _sum(formula, above)
    if not waiting:
        return f"={inner}"
    asked = waiting[0] if len(waiting) == 1 else f"OR({','.join(waiting)})"
    return f'=IF({asked},"{GAP}",{inner})'


def _ratio(formula: RatioOf, above: int) -> str:
    upper, lower = _address(formula.above, above), _address(formula.below, above)
    return f'IF({lower}=0,"",{upper}/{lower})'


def _sum(formula: SumOf, above: int) -> str:
    parts = [_added(formula.terms, sign, above) for sign in (1, -1)]
    return f"ROUND({'-'.join(part for part in parts if part) if parts[0] else f'-{parts[1]}'},{formula.places})"


def _added(terms: tuple[Term, ...], sign: int, above: int) -> str:
    ranges = list(_ranges([term for term in terms if term.sign == sign], above))
    if not ranges or (len(ranges) == 1 and ":" not in ranges[0]):
        return "".join(ranges)
    return f"SUM({','.join(ranges)})"


def _ranges(terms: list[Term], above: int) -> Iterator[str]:
    """Neighbouring cells of a column as one range."""
    for _, run in groupby(enumerate(terms), key=lambda each: (each[1].column, each[1].row - each[0])):
        cells = [term for _, term in run]
        first, last = cells[0], cells[-1]
        yield xl_range(first.row + above, first.column, last.row + above, last.column)


def _address(term: Term, above: int) -> str:
    return str(xl_rowcol_to_cell(term.row + above, term.column))


def _free_name(wanted: str, taken: set[str]) -> str:
    """A sheet's name: 31 characters, none that a workbook forbids, each once."""
    plain = _UNFIT.sub("_", printable(wanted)).strip() or "附表"
    name, number = plain[:_LONGEST_NAME], 2
    while name.casefold() in taken:
        name, number = f"{plain[: _LONGEST_NAME - 3]}_{number}", number + 1
    taken.add(name.casefold())
    return name


class _Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def look(self, **changes: object) -> Format:
        """A format: 宋体 10, in the middle of its height, lines wrapped; with whatever differs."""
        whole = {"font_name": _TEXT_FACE, "font_size": 10, "valign": "vcenter", "text_wrap": True} | changes
        key = tuple(sorted(whole.items(), key=lambda each: each[0]))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]

    def cell(self, cell: FilledCell) -> Format:
        """The format of a cell of the grid."""
        changes: dict[str, object] = {"border": 1, "align": cell.align.value}
        if cell.align is not Align.CENTRE:
            changes |= {"indent": 1}
        if cell.head:
            changes |= {"font_name": _HEAD_FACE}
        if cell.number_format:
            changes |= {"num_format": cell.number_format, "text_wrap": False}
        if cell.gap:
            changes |= {"bg_color": "#FFFF00"}
        return self.look(**changes)


class _Sheet:
    """Writes one form."""

    def __init__(self, form: FilledForm, sheet: Worksheet, looks: _Looks) -> None:
        self._form, self._sheet, self._looks = form, sheet, looks
        self._last = len(form.widths) - 1
        room = _LANDSCAPE if form.landscape else _PORTRAIT
        self._widths = [share / sum(form.widths) * room for share in form.widths]
        self._gaps = {(cell.row, cell.column) for cell in form.cells if cell.gap}

    def write(self) -> None:
        """The whole sheet."""
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, round(width, 2))
        self._head()
        for cell in self._form.cells:
            self._cell(cell)
        for number in range(self._form.height):
            self._sheet.set_row(number + _ABOVE, self._height(number))
        self._foot(self._form.height + _ABOVE)
        self._print()

    def _head(self) -> None:
        form, looks = self._form, self._looks
        self._line(0, ((form.annex, looks.look(font_name=_HEAD_FACE, font_size=14)),), 22)
        title = looks.look(font_name=_TITLE_FACE, font_size=18, align="center")
        self._line(1, ((form.title, title),), 32)
        self._line(2, ((form.subtitle, looks.look(font_size=12, align="center")),), 20)
        left, right = looks.look(font_size=10.5), looks.look(font_size=10.5, align="right")
        if not form.right:
            self._line(3, ((_shown(form.left), left),), 20)
        else:
            self._line(3, ((_shown(form.left), left), (_shown(form.right), right)), 20)

    def _foot(self, row: int) -> None:
        small = self._looks.look(font_size=9)
        room = sum(self._widths) * 10 / 9
        for note in self._form.notes:
            text = _shown(note)
            self._line(row, ((text, small),), max(18, lines(text, room) * 13))
            row += 1
        if self._form.signature:
            self._line(row, ((_shown(self._form.signed), self._looks.look(font_size=10.5)),), 30)

    def _line(self, row: int, parts: tuple[tuple[str, Format], ...], height: float) -> None:
        """A line over the whole width, its parts sharing the columns by their widths."""
        self._sheet.set_row(row, height)
        for (text, look), (first, last) in zip(parts, self._shares(len(parts)), strict=True):
            self._merge(row, first, row, last, look)
            self._sheet.write_string(row, first, text, look)

    def _shares(self, count: int) -> Iterator[tuple[int, int]]:
        """The columns cut into so many runs of about one width; each has one column at least."""
        first, passed, whole = 0, 0.0, sum(self._widths)
        for number in range(1, count + 1):
            last, most = first, self._last - (count - number)
            passed += self._widths[last]
            while last < most and (number == count or passed + self._widths[last + 1] / 2 < whole * number / count):
                last += 1
                passed += self._widths[last]
            yield first, last
            first = last + 1

    def _cell(self, cell: FilledCell) -> None:
        row, look = cell.row + _ABOVE, self._looks.cell(cell)
        self._merge(row, cell.column, row + cell.rows - 1, cell.column + cell.columns - 1, look)
        if cell.formula is not None:
            self._sheet.write_formula(row, cell.column, self._formula(cell.formula), look, self._cached(cell))
        elif cell.number is not None:
            self._sheet.write_number(row, cell.column, float(cell.number), look)
        elif cell.text:
            self._sheet.write_string(row, cell.column, _shown(cell.inlines), look)
        else:
            self._sheet.write_blank(row, cell.column, None, look)

    def _formula(self, formula: Formula) -> str:
        return formula_text(formula, [term for term in _terms(formula) if self._waits(term)], above=_ABOVE)

    def _waits(self, term: Term) -> bool:
        return (term.row, term.column) in self._gaps

    def _cached(self, cell: FilledCell) -> float | str:
        """What the workbook's own arithmetic gives, so that reckoning again changes nothing."""
        if cell.gap or cell.number is None:
            return GAP if cell.gap else ""
        if isinstance(cell.formula, RatioOf):
            return self._held(cell.formula.above) / self._held(cell.formula.below)
        return float(cell.number)

    def _held(self, term: Term) -> float:
        cell = self._form.at(term.row, term.column)
        kept = self._cached(cell) if cell.formula is not None else float(cell.number or 0)
        return kept if isinstance(kept, float) else 0.0

    def _merge(self, first_row: int, first: int, last_row: int, last: int, look: Format) -> None:
        if (first_row, first) != (last_row, last):
            self._sheet.merge_range(first_row, first, last_row, last, "", look)

    def _height(self, number: int) -> float:
        """Room for the longest cell of the row; a cell over several rows shares its lines among them."""
        need = max((self._lines(cell) / cell.rows for cell in self._form.cells if _covers(cell, number)), default=1)
        return max(_LEAST, need * _LINE + 6)

    def _lines(self, cell: FilledCell) -> int:
        room = sum(self._widths[cell.column : cell.column + cell.columns])
        return lines(cell.text, room * _HALF_CHARACTERS - (_PADDING if cell.align is Align.CENTRE else _INDENT))

    def _print(self) -> None:
        sheet, form = self._sheet, self._form
        sheet.set_paper(_A4)
        if form.landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.7, right=0.7, top=0.75, bottom=0.75)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        first, behind = form.repeated
        if behind > first:
            sheet.repeat_rows(first + _ABOVE, behind + _ABOVE - 1)
        sheet.set_footer('&C&"宋体,Regular"&10第 &P 页，共 &N 页')


def _covers(cell: FilledCell, number: int) -> bool:
    return cell.row <= number < cell.row + cell.rows


def _terms(formula: Formula) -> tuple[Term, ...]:
    return (formula.above, formula.below) if isinstance(formula, RatioOf) else formula.terms


def _shown(inlines: Inlines) -> str:
    return "\n".join(printable(line) for line in words(inlines).split("\n"))
