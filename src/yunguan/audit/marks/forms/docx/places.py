"""The places of a reading in the XML of its Word file: the pieces of text of each paragraph, cell, box and footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from yunguan.audit.marks.forms.docx.anchors import Piece
from yunguan.audit.marks.forms.docx.names import W
from yunguan.audit.marks.marker import Unmarkable
from yunguan.audit.readers.docx.package import Package
from yunguan.audit.readers.docx.read import _CONTAINERS, _inside, _span
from yunguan.audit.readers.docx.words import _AS_TEXT, _UNSEEN, _hidden, boxes_of

_UNCOUNTED = {ord(sign): None for sign in "\u00ad\u200b\u2060\ufeff"}
_FOOTNOTE = re.compile(r"脚注(\d+)")


class Places:
    """The document of a package and what each place of its reading consists of."""

    def __init__(self, package: Package) -> None:
        root = package.part("word/document.xml")
        if root is None:
            raise Unmarkable("文件里没有正文。")
        self.document = root
        self._paragraphs = 0
        self._tables = 0
        self._held: dict[str, list[etree._Element]] = {}
        body = root.find(f"{W}body")
        if body is not None:
            self._walk(body)

    def pieces(self, where: str) -> list[Piece]:
        """What stands there now: splitting a run for one note makes new elements for the next."""
        return [piece for paragraph in self._held.get(where, ()) for piece in _text(paragraph)]

    def beginning(self) -> list[Piece]:
        """The first place with any text."""
        held = (self.pieces(where) for where in self._held)
        return next((pieces for pieces in held if any(text.strip() for text, _ in pieces)), [])

    def footnote(self, where: str) -> etree._Element | None:
        """The reference of the footnote that this place is, None where it is none."""
        match = _FOOTNOTE.fullmatch(where)
        if match is None:
            return None
        references = self.document.iter(f"{W}footnoteReference")
        return next((each for each in references if each.get(f"{W}id") == match[1]), None)

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            if child.tag == f"{W}p":
                self._paragraphs += 1
                where = f"第{self._paragraphs}段"
                self._held[where] = [child]
                self._held[f"{where}的文本框"] = list(boxes_of(child))
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag in _CONTAINERS:
                self._walk(child)

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        for i, row in enumerate(_inside(table, f"{W}tr"), start=1):
            j = 1
            for cell in _inside(row, f"{W}tc"):
                self._held[f"表{self._tables} 第{i}行第{j}列"] = list(cell.iter(f"{W}p"))
                j += _span(cell)


def _text(element: etree._Element) -> Iterator[Piece]:
    for child in element:
        if child.tag in _UNSEEN or _hidden(child):
            continue
        if child.tag == f"{W}t":
            yield (child.text or "").translate(_UNCOUNTED), child
        elif child.tag in _AS_TEXT:
            yield _AS_TEXT[str(child.tag)], child
        else:
            yield from _text(child)
