"""Where a sheet keeps its head and its records, and which column of the book each of its columns is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.head import Head, find_head, unit_above
from yunguan.registers.importing.headers import FEN, Fit, Heading, Headings, normalised, split_unit
from yunguan.registers.importing.rows import Expected, blank, why_skipped
from yunguan.registers.importing.texts import column_letter
from yunguan.registers.importing.values import CellValue
from yunguan.registers.importing.verdict import Context
from yunguan.registers.importing.workbook import Sheet

HEAD: Final = "表头"
"""Why the rows of the head itself are skipped."""
_NEAR: Final = 2


@dataclass(frozen=True)
class Matched:
    """A column of the sheet (index from 0) that is a column of the book; `unit` is that of its amounts."""

    index: int
    header: str
    column: Column
    unit: str = ""

    @property
    def letter(self) -> str:
        return column_letter(self.index)


@dataclass(frozen=True)
class Unknown:
    """A heading that stands for no column of the book."""

    index: int
    header: str

    @property
    def letter(self) -> str:
        return column_letter(self.index)


@dataclass(frozen=True)
class Ambiguous:
    """Headings and columns that cannot be told apart; `message` says which and what to do."""

    headers: tuple[str, ...]
    columns: tuple[Column, ...]
    message: str


@dataclass(frozen=True)
class Skipped:
    """A row of Excel (from 1) that is no record, and why."""

    row: int
    reason: str


@dataclass(frozen=True)
class Layout:
    """What a sheet holds: every row is either in `data_rows` or in `skipped`."""

    sheet: Sheet
    header_rows: tuple[int, ...]
    columns: tuple[Matched, ...]
    unknown: tuple[Unknown, ...] = ()
    ignored: tuple[Unknown, ...] = ()
    missing: tuple[Column, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    data_rows: tuple[int, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[str, ...] = ()
    by_name: dict[str, Matched] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.by_name.update((each.column.name, each) for each in self.columns)

    @property
    def certain(self) -> bool:
        """Whether every heading is understood and nothing that is required is missing: import may go on unasked."""
        return bool(self.header_rows) and not (self.unknown or self.missing or self.ambiguous)

    def values(self, matched: Matched) -> list[CellValue]:
        """The cells of a column, one for each data row."""
        rows, index = self.sheet.rows, matched.index
        return [row[index] if index < len(row := rows[number - 1]) else None for number in self.data_rows]

    def context(self, matched: Matched, *, fill_merged: bool = False) -> Context:
        """What the sheet says about a column, for reading its cells."""
        factor = FEN[matched.unit] if matched.unit else FEN["元"]
        return Context(rows=self.data_rows, factor=factor, fill_merged=fill_merged)


@dataclass(frozen=True)
class BookMatch:
    """The book that a sheet belongs to; None with the reason when no book or more than one would do."""

    book: str | None
    reason: str


def find_layout(sheet: Sheet, columns: Sequence[Column], mapping: Mapping[str, str] | None = None) -> Layout:
    """Find head and records; `mapping` is header → column name, "" to leave a column out.

    Without a head every row is skipped with that reason and every required column is missing.
    """
    words = Headings(columns, mapping)
    head = find_head(sheet, words)
    required = tuple(column for column in columns if column.required)
    if head is None:
        reason = "没有找到表头" if sheet.rows else "空表"
        skipped = tuple(Skipped(number, reason) for number in range(1, len(sheet.rows) + 1))
        return Layout(sheet, (), (), missing=required, skipped=skipped)
    return _laid_out(sheet, head, words, required)


def match_book(
    sheet: Sheet,
    books: Mapping[str, Sequence[Column]],
    titles: Mapping[str, str],
    mappings: Mapping[str, Mapping[str, str]] | None = None,
) -> BookMatch:
    """The book of a sheet: the one whose title is its name, else the only one whose columns its headings fit best."""
    named = [book for book, title in titles.items() if book in books and _same_title(sheet.name, title)]
    if len(named) == 1:
        return BookMatch(named[0], f"工作表名“{sheet.name}”就是台账名")
    fits = {book: _fitness(sheet, columns, (mappings or {}).get(book)) for book, columns in books.items()}
    best = max(fits.values(), default=(0, 0, 0))
    found = [book for book, fit in fits.items() if fit == best and fit[0]]
    if len(found) == 1:
        return BookMatch(found[0], f"表头与台账“{titles.get(found[0], found[0])}”最相符")
    if found:
        shown = "”“".join(titles.get(book, book) for book in found)
        return BookMatch(None, f"表头同时符合台账“{shown}”，请把工作表名改为台账名后再导入")
    return BookMatch(None, _nearest(sheet, books, titles))


def _nearest(sheet: Sheet, books: Mapping[str, Sequence[Column]], titles: Mapping[str, str]) -> str:
    layouts = {book: find_layout(sheet, columns) for book, columns in books.items()}
    book = max(layouts, key=lambda each: len(layouts[each].columns), default="")
    reason = f"工作表“{sheet.name}”的名称和表头与任何台账都不相符"
    if not book or len(layouts[book].columns) < _NEAR:
        return f"{reason}，请核对，或先为该来源保存表头对应"
    missing = "”“".join(column.label for column in layouts[book].missing)
    return f"{reason}；最接近的是“{titles.get(book, book)}”，但缺少必填列“{missing}”，请补上该列或保存表头对应"


def _same_title(name: str, title: str) -> bool:
    plain, wanted = normalised(name), normalised(title)
    return plain == wanted or plain.removesuffix("台账") == wanted.removesuffix("台账")


def _fitness(sheet: Sheet, columns: Sequence[Column], mapping: Mapping[str, str] | None) -> tuple[int, int, int]:
    """Whether every required column is there (else no fit), how many fit, how few headings are left over."""
    layout = find_layout(sheet, columns, mapping)
    if not layout.header_rows or layout.missing:
        return (0, 0, 0)
    return (1, len(layout.columns), -len(layout.unknown))


def _laid_out(sheet: Sheet, head: Head, words: Headings, required: tuple[Column, ...]) -> Layout:
    unit = unit_above(sheet, head.rows[0])
    matched, ambiguous = _match(head.headings, words, unit)
    taken = {each.index for each in matched}
    ignored = tuple(_plain(each) for each in head.headings if words.ignored(each))
    left = {each.index for each in ignored}
    doubtful = {header for each in ambiguous for header in each.headers}
    unknown = tuple(
        _plain(each) for each in head.headings if each.index not in taken | left and each.text not in doubtful
    )
    named = {each.column.name for each in matched} | {column.name for each in ambiguous for column in each.columns}
    data_rows, skipped = _sorted_rows(sheet, head, matched, frozenset(left))
    return Layout(
        sheet=sheet,
        header_rows=head.rows,
        columns=tuple(matched),
        unknown=unknown,
        ignored=ignored,
        missing=tuple(column for column in required if column.name not in named),
        ambiguous=tuple(ambiguous),
        data_rows=data_rows,
        skipped=skipped,
        notices=tuple(_notices(sheet, matched, data_rows, unit)),
    )


def _plain(heading: Heading) -> Unknown:
    return Unknown(heading.index, heading.text)


def _match(headings: Sequence[Heading], words: Headings, unit: str | None) -> tuple[list[Matched], list[Ambiguous]]:
    claims: dict[str, list[tuple[Heading, Fit]]] = {}
    ambiguous = []
    for heading in headings:
        fits = words.fits(heading)
        if len(fits) > 1:
            labels = "”“".join(fit.column.label for fit in fits)
            message = f"表头“{heading.text}”可以是“{labels}”，请改用全称，或指定它对应哪一列"
            ambiguous.append(Ambiguous((heading.text,), tuple(fit.column for fit in fits), message))
        elif fits:
            claims.setdefault(fits[0].column.name, []).append((heading, fits[0]))
    matched = []
    for claimed in claims.values():
        heading, fit = claimed[0]
        if len(claimed) == 1:
            matched.append(_matched(heading, fit, unit))
        else:
            headers = tuple(each.text for each, _ in claimed)
            places = "、".join(column_letter(each.index) for each, _ in claimed)
            message = f"{places} 列都像是“{fit.column.label}”，请只留一列，或指定用哪一列"
            ambiguous.append(Ambiguous(headers, (fit.column,), message))
    return sorted(matched, key=lambda each: each.index), ambiguous


def _matched(heading: Heading, fit: Fit, unit_above: str | None) -> Matched:
    if fit.column.kind is not Kind.MONEY:
        return Matched(heading.index, heading.text, fit.column)
    own = fit.unit or unit_above or fit.column.unit or split_unit(fit.column.label)[1] or "元"
    return Matched(heading.index, heading.text, fit.column, own if own in FEN else "元")


def _sorted_rows(
    sheet: Sheet, head: Head, matched: Sequence[Matched], counters: frozenset[int]
) -> tuple[tuple[int, ...], tuple[Skipped, ...]]:
    required = tuple(each.index for each in matched if each.column.required or each.column.key)
    expected = Expected({each.index: each.header for each in matched}, required, counters)
    data: list[int] = []
    skipped = [Skipped(number, _above(sheet.rows[number - 1])) for number in range(1, head.rows[0])]
    skipped += [Skipped(number, HEAD) for number in head.rows]
    start = head.rows[-1] + 1
    for number, row in enumerate(sheet.rows[start - 1 :], start=start):
        reason = why_skipped(row, expected, first=number == start)
        if reason is None:
            data.append(number)
        else:
            skipped.append(Skipped(number, reason))
    return tuple(data), tuple(skipped)


def _above(row: Sequence[CellValue]) -> str:
    return "空行" if all(blank(cell) for cell in row) else "表头以上的标题或说明"


def _notices(sheet: Sheet, matched: Sequence[Matched], rows: Sequence[int], unit: str | None) -> Iterator[str]:
    for each in matched:
        if each.unit and not unit and each.unit not in each.header:
            yield f"“{each.header}”没有写明单位，按{each.unit}读取"
    hidden = sum(number in sheet.hidden_rows for number in rows)
    if hidden:
        yield f"有 {hidden} 行处于隐藏状态，也照常读取"
    for each in matched:
        if each.index in sheet.hidden_columns:
            yield f"{each.letter} 列“{each.header}”处于隐藏状态，也照常读取"
    if sheet.hidden:
        yield f"工作表“{sheet.name}”处于隐藏状态"
