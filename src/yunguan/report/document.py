"""The document tree: what a report says, before anybody decides how it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yunguan.report.forms.filled import FilledForm, form_text
from yunguan.report.inlines import FigureMark, Inline, Inlines, Text, words

__all__ = ["FigureMark", "Inline", "Inlines", "Text", "words"]


class ParagraphStyle(StrEnum):
    """How a paragraph is set."""

    BODY = "body"
    PLAIN = "plain"  # without indent
    CENTRED = "centred"
    RIGHT = "right"


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 4, its number included."""

    level: int
    inlines: Inlines


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    inlines: Inlines
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True)
class Table:
    """A table; the first row is its head and repeats on every page."""

    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Table | PageBreak


@dataclass(frozen=True)
class CoverLine:
    """One line of the cover form: 单位名称：某中心（盖章）; an empty value is left to be written by hand."""

    label: str
    value: str
    note: str = ""

    @property
    def text(self) -> str:
        """The line as printed."""
        return f"{self.label}：{self.value}{self.note}"


@dataclass(frozen=True)
class Cover:
    """The cover form of the report."""

    annex: str
    title: str
    subtitle: str
    lines: tuple[CoverLine, ...]
    dated: str


@dataclass(frozen=True)
class Document:
    """A whole report: cover, title and blocks, then its forms, each on a new page.

    ``unit`` is its author, ``dated`` the day on its cover.
    """

    title: str
    unit: str
    dated: date | None
    cover: Cover
    blocks: tuple[Block, ...]
    attachments: tuple[FilledForm, ...] = ()

    @property
    def figures(self) -> tuple[FigureMark, ...]:
        """Every mark in reading order, repeated ones too."""
        return tuple(inline for inline in self._inlines() if isinstance(inline, FigureMark))

    @property
    def missing(self) -> tuple[FigureMark, ...]:
        """The figures without a value, each once."""
        return tuple({mark.key: mark for mark in self.figures if mark.missing}.values())

    def _inlines(self) -> Iterator[Inline]:
        for block in self.blocks:
            match block:
                case Heading(inlines=inlines) | Paragraph(inlines=inlines):
                    yield from inlines
                case Table(rows=rows):
                    yield from (inline for row in rows for cell in row for inline in cell)
        for form in self.attachments:
            yield from form.inlines()


def plain(document: Document) -> str:
    """The report as plain text, a line for each heading, paragraph and table row."""
    cover = document.cover
    head = (cover.annex, cover.title, cover.subtitle, *(line.text for line in cover.lines), cover.dated)
    told = (line for block in document.blocks for line in _lines(block))
    forms = (line for form in document.attachments for line in form_text(form))
    return "\n".join((*head, "", document.title, *told, *forms)) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, inlines=inlines):
            yield f"{'#' * level} {words(inlines)}"
        case Paragraph(inlines=inlines):
            yield words(inlines)
        case Table(rows=rows):
            yield from (" | ".join(words(cell) for cell in row) for row in rows)
        case PageBreak():
            yield "----"
