"""A Word file as a Reading: paragraphs, tables and footnotes in the order of its XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from yunguan.audit.outline import Line, blocks
from yunguan.audit.reader import Reader
from yunguan.audit.readers.docx.package import open_package
from yunguan.audit.readers.docx.words import W, boxes_of, text_of
from yunguan.core.reading import Reading, Table

_CONTAINERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
_DEEPEST_HEADING = 6


@dataclass
class _Walk:
    """What has been met so far on the way through the body."""

    levels: dict[str, int]
    paragraphs: int = 0
    tables: list[Table] = field(default_factory=list)

    def lines(self, element: etree._Element) -> Iterator[Line]:
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in _CONTAINERS:
                yield from self.lines(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        self.paragraphs += 1
        where = f"第{self.paragraphs}段"
        yield Line(text_of(paragraph), where, _level(paragraph, self.levels))
        for box in boxes_of(paragraph):
            yield Line(text_of(box), f"{where}的文本框")

    def _table(self, table: etree._Element) -> Iterator[Line]:
        where = f"表{len(self.tables) + 1}"
        rows = tuple(_row(row) for row in _inside(table, f"{W}tr"))
        self.tables.append(Table(where, rows))
        for i, row in enumerate(rows, start=1):
            for j, text in enumerate(row, start=1):
                yield Line(text, f"{where} 第{i}行第{j}列", cell=True)


def _level(paragraph: etree._Element, levels: dict[str, int]) -> int:
    """The depth of a heading by its own outline level or its style's, 0 for running text."""
    own = paragraph.find(f"{W}pPr/{W}outlineLvl")
    if own is not None:
        return _depth(own)
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return levels.get(style.get(f"{W}val", ""), 0) if style is not None else 0


def _depth(outline: etree._Element) -> int:
    depth = int(outline.get(f"{W}val", "9")) + 1 if outline.get(f"{W}val", "9").isdigit() else 0
    return depth if 0 < depth <= _DEEPEST_HEADING else 0


def _styles(root: etree._Element | None) -> dict[str, int]:
    if root is None:
        return {}
    outlined = ((style, style.find(f"{W}pPr/{W}outlineLvl")) for style in root.iter(f"{W}style"))
    return {style.get(f"{W}styleId", ""): _depth(level) for style, level in outlined if level is not None}


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, also those wrapped in a content control."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _inside(child, tag)


def _row(row: etree._Element) -> tuple[str, ...]:
    cells: list[str] = []
    for cell in _inside(row, f"{W}tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        continued = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        cells.append("" if continued else _cell(cell))
        cells.extend([""] * (_span(cell) - 1))
    return tuple(cells)


def _cell(cell: etree._Element) -> str:
    return "".join(text_of(paragraph) for paragraph in cell.iter(f"{W}p"))


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    value = span.get(f"{W}val", "1") if span is not None else "1"
    return min(int(value), 100) if value.isdigit() else 1


def _footnotes(root: etree._Element | None) -> Iterator[Line]:
    notes = root.iter(f"{W}footnote") if root is not None else ()
    for note in notes:
        text = "".join(text_of(paragraph) for paragraph in note.iter(f"{W}p"))
        yield Line(text, f"脚注{note.get(f'{W}id', '')}")


def _recognises(data: bytes) -> bool:
    return data.startswith(b"PK") and b"word/" in data


def _read(name: str, data: bytes) -> Reading:
    package = open_package(name, data)
    walk = _Walk(_styles(package.part("word/styles.xml")))
    document = package.part("word/document.xml")
    body = document.find(f"{W}body") if document is not None else None
    lines = list(walk.lines(body)) if body is not None else []
    lines.extend(_footnotes(package.part("word/footnotes.xml")))
    return Reading(name, "docx", tuple(blocks(lines)), tuple(walk.tables))


DOCX = Reader("docx", _recognises, _read)
