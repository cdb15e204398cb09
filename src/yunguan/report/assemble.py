"""Assemble: an outline and its figures become a document tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from yunguan.core.figure import Figure
from yunguan.core.period import Kind, Period
from yunguan.report import document as tree
from yunguan.report.formats import UnfitError
from yunguan.report.marks import Mark, UnfitFormatError, UnknownFigureError
from yunguan.report.outline import CoverForm, Grid, Outline, Pieces, Words

Key = tuple[str, date | None]
Figures = Mapping[Key, Figure] | Callable[[str, date | None], Figure | None]

_HAN = "一二三四五六七八九"
_BLANK_DATE = "　　年　　月　　日"


@dataclass(frozen=True)
class CoverFacts:
    """What the cover says of this report; ``dated`` and ``signed_by`` may wait for the pen."""

    unit: str
    period: Period
    dated: date | None = None
    signed_by: str = ""


def lookup(figures: Figures, key: Key) -> Figure | None:
    """The figure under an id and a pinned date; None where the catalogue has no such figure."""
    return figures.get(key) if isinstance(figures, Mapping) else figures(*key)


def assemble(outline: Outline, figures: Figures, cover: CoverFacts) -> tree.Document:
    """Tell the outline with these figures.

    A figure without value becomes 【待填：…】. Raises UnknownFigureError where the figures lack an id, and
    UnfitFormatError where a format would distort a value; both name file and line.
    """
    numbers = _Numbers()
    blocks = [_block(block, figures, numbers) for section in outline.sections for block in section.blocks]
    form = outline.cover
    return tree.Document(form.title, cover.unit, cover.dated, _cover(form, cover), tuple(blocks))


def _cover(form: CoverForm, facts: CoverFacts) -> tree.Cover:
    year = f"{facts.period.first.year}年度" if facts.period.kind is Kind.YEAR else facts.period.label
    lines = (
        tree.CoverLine(form.unit_label, facts.unit, form.unit_note),
        tree.CoverLine(form.signature_label, facts.signed_by),
    )
    return tree.Cover(form.annex, form.title, f"（{year}）", lines, _day(facts.dated))


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else _BLANK_DATE


def _block(block: Words | Grid, figures: Figures, numbers: _Numbers) -> tree.Block:
    if isinstance(block, Grid):
        return tree.Table(tuple(tuple(_inlines(cell, figures) for cell in row) for row in block.rows))
    inlines = _inlines(block.pieces, figures)
    if not block.level:
        return tree.Paragraph(inlines)
    number = tree.Text(numbers.next(block.level))
    first, *rest = inlines
    joined = (tree.Text(number.text + first.text), *rest) if isinstance(first, tree.Text) else (number, *inlines)
    return tree.Heading(block.level, joined)


def _inlines(pieces: Pieces, figures: Figures) -> tree.Inlines:
    return tuple(_figure(piece, figures) if isinstance(piece, Mark) else piece for piece in pieces)


def _figure(mark: Mark, figures: Figures) -> tree.FigureMark:
    figure = lookup(figures, mark.key)
    if figure is None:
        pinned = f"（截至 {mark.pinned}）" if mark.pinned else ""
        raise UnknownFigureError(mark.place, f"没有编号为“{mark.id}”{pinned}的指标，请核对编号，或先在指标目录中登记")
    return tree.FigureMark(
        id=mark.id,
        shown=_shown(mark, figure),
        as_of=figure.as_of,
        origin=figure.origin,
        section=figure.section,
        title=figure.title,
        missing=figure.value is None,
        pinned=mark.pinned,
        format=mark.format.name,
        why=figure.why_none if figure.value is None else "",
    )


def _shown(mark: Mark, figure: Figure) -> str:
    if figure.value is None:
        return f"【待填：{figure.title}】"
    try:
        return mark.format.write(figure.value)
    except UnfitError as problem:
        raise UnfitFormatError(mark.place, f"指标“{figure.title}”（{mark.id}）{problem}") from None


@dataclass
class _Numbers:
    """Counts the headings of each level: 一、 （一） 1. （1）."""

    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])

    def next(self, level: int) -> str:
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * (4 - level)
        return _STYLES[level](self.counts[level - 1])


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = ("", *_HAN)
    leading = digits[tens] if tens > 1 else ""
    return f"{leading}{'十' if tens else ''}{digits[ones]}"


_STYLES: dict[int, Callable[[int], str]] = {
    1: lambda number: f"{_han(number)}、",
    2: lambda number: f"（{_han(number)}）",
    3: lambda number: f"{number}.",
    4: lambda number: f"（{number}）",
}
