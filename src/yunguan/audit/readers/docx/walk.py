"""The way through a Word file: paragraphs, text boxes, tables and notes in order, each with its place and its XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from yunguan.audit.readers.docx.names import (
    CONTROL,
    PARAGRAPH,
    TABLE,
    VAL,
    W,
    child,
    content_of,
    marks,
    shows_hint,
    whole,
)
from yunguan.audit.readers.docx.numbering import Numbering
from yunguan.audit.readers.docx.styles import Styles
from yunguan.audit.readers.docx.words import Words, is_deleted

_WRAPPERS = {f"{W}{name}" for name in ("ins", "moveTo", "customXml", "smartTag", "sdtContent")}
_MOST_SPANNED = 100


@dataclass(frozen=True)
class Part:
    """A paragraph, a box, a cell or a note: where it stands, what it says, and the paragraphs of XML that say it.

    `level` is the depth of a heading where the file says so, else 0; `apart` is true for what stands beside the
    running text, as a text box does.
    """

    where: str
    text: str
    paragraphs: tuple[etree._Element, ...]
    level: int = 0
    apart: bool = False


@dataclass(frozen=True)
class Grid:
    """A table by rows of cells; a merged cell stands at its first place, an empty part at the others."""

    rows: tuple[tuple[Part, ...], ...]


@dataclass
class Walk:
    """What has been met so far on the way; `unread` names what was not read."""

    styles: Styles
    numbering: Numbering
    paragraphs: int = 0
    unread: list[str] = field(default_factory=list)
    _held: list[etree._Element] = field(default_factory=list)
    _text: str = ""

    def parts(self, element: etree._Element) -> Iterator[Part | Grid]:
        """What stands in this body, in order."""
        for each in element:
            if each.tag == PARAGRAPH:
                yield from self._paragraph(each)
            elif each.tag == TABLE:
                yield from self._table(each)
            elif each.tag == CONTROL:
                content = content_of(each)
                if content is not None and not shows_hint(each):
                    yield from self.parts(content)
            elif each.tag in _WRAPPERS:
                yield from self.parts(each)
            elif each.tag == f"{W}altChunk":
                self.unread.append(f"第{self.paragraphs}段后面嵌入了另一份文件，没有读取，请展开后另存再核对")

    def note(self, note: etree._Element, name: str) -> Part:
        """A footnote, an endnote, a header or a footer as one part."""
        paragraphs = tuple(note.iter(PARAGRAPH))
        return Part(name, "".join(self._said(each).text for each in paragraphs), paragraphs, apart=True)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Part]:
        """One whose mark was deleted goes on in the next; an entry of the table of contents is no text."""
        self.paragraphs += 1
        properties = child(paragraph, "pPr")
        style = self.styles.of(properties)
        said = self._said(paragraph)
        if style.contents or style.hidden:
            return
        label = self.numbering.label(properties, self.styles) if said.text.strip() else ""
        self._held.append(paragraph)
        self._text += label + said.tabbed
        if is_deleted(properties):
            return
        where = f"第{self.paragraphs}段"
        yield Part(where, self._text, tuple(self._held), self.styles.level(properties))
        self._held, self._text = [], ""
        for box in said.boxes:
            inner = tuple(box.iter(PARAGRAPH))
            for each in inner:
                yield Part(f"{where}的文本框", self._said(each).text, inner, apart=True)

    def _said(self, paragraph: etree._Element) -> Words:
        words = Words(self.styles)
        words.gather(paragraph)
        return words

    def _table(self, table: etree._Element) -> Iterator[Grid]:
        nested: list[etree._Element] = []
        rows = tuple(self._row(row, nested) for row in inside(table, f"{W}tr") if not _is_gone(row))
        yield Grid(rows)
        for each in nested:
            yield from self._table(each)

    def _row(self, row: etree._Element, nested: list[etree._Element]) -> tuple[Part, ...]:
        before = min(whole(child(row, "trPr", "gridBefore")), _MOST_SPANNED)
        cells = [_EMPTY] * before
        for cell in inside(row, f"{W}tc"):
            said = marks(child(cell, "tcPr"))
            if f"{W}cellDel" in said:
                continue
            cells.append(_EMPTY if _continues(said) else self._cell(cell, nested))
            cells += [_EMPTY] * (_span(said) - 1)
        return tuple(cells)

    def _cell(self, cell: etree._Element, nested: list[etree._Element]) -> Part:
        own: list[etree._Element] = []
        _gather_cell(cell, own, nested)
        texts = []
        for each in own:
            properties = child(each, "pPr")
            said = self._said(each).text
            texts.append((self.numbering.label(properties, self.styles) if said.strip() else "") + said)
        return Part("", _together(texts), tuple(own))


_EMPTY = Part("", "", ())


def _together(texts: list[str]) -> str:
    """The paragraphs of a cell as one text; numbers in two paragraphs stay two numbers."""
    held = ""
    for text in texts:
        line = text.replace("\n", "").strip()
        held += f" {line}" if held[-1:].isascii() and held[-1:].isalnum() and line[:1].isdigit() else line
    return held


def inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those wrapped in a content control."""
    for each in element:
        if each.tag == tag:
            yield each
        elif each.tag == CONTROL or each.tag in _WRAPPERS:
            yield from inside(each, tag)


def _span(cell: Mapping[str, etree._Element]) -> int:
    """How many columns a cell of these marks covers."""
    return max(1, min(whole(cell.get(f"{W}gridSpan"), 1), _MOST_SPANNED))


def _is_gone(row: etree._Element) -> bool:
    return child(row, "trPr", "del") is not None


def _continues(cell: Mapping[str, etree._Element]) -> bool:
    """True for a cell that only goes on with the one above it or to its left."""
    merges = (cell.get(f"{W}vMerge"), cell.get(f"{W}hMerge"))
    return any(each is not None and each.get(VAL, "continue") == "continue" for each in merges)


def _gather_cell(element: etree._Element, own: list[etree._Element], nested: list[etree._Element]) -> None:
    for each in element:
        if each.tag == PARAGRAPH:
            own.append(each)
        elif each.tag == TABLE:
            nested.append(each)
        elif each.tag == CONTROL:
            content = content_of(each)
            if content is not None and not shows_hint(each):
                _gather_cell(content, own, nested)
        elif each.tag in _WRAPPERS:
            _gather_cell(each, own, nested)
