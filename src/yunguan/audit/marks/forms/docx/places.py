"""The places of a reading in the XML of its Word file: the pieces of text of each paragraph, cell, box and footnote."""

from __future__ import annotations

import re

from lxml import etree

from yunguan.audit.marks.forms.docx.anchors import Piece
from yunguan.audit.marks.marker import Unmarkable
from yunguan.audit.readers.docx.layout import layout_of
from yunguan.audit.readers.docx.names import W
from yunguan.audit.readers.docx.package import Package
from yunguan.audit.readers.docx.styles import styles_of
from yunguan.audit.readers.docx.words import Words

_NOTE = re.compile(r"(脚注|尾注)(\d+)")
_REFERENCE = {"脚注": f"{W}footnoteReference", "尾注": f"{W}endnoteReference"}


class Places:
    """The document of a package and what each place of its reading consists of."""

    def __init__(self, package: Package) -> None:
        root = package.part(package.main)
        if root is None:
            raise Unmarkable("文件里没有正文。")
        self.document = root
        self._styles = styles_of(package.part("word/styles.xml"))
        self._held = layout_of(package, root).held

    def pieces(self, where: str) -> list[Piece]:
        """What stands there now: splitting a run for one note makes new elements for the next."""
        return [piece for paragraph in self._held.get(where, ()) for piece in self._text(paragraph)]

    def beginning(self) -> list[Piece]:
        """The first place of the body with any text."""
        held = (self.pieces(where) for where in self._held)
        return next((pieces for pieces in held if any(text.strip() for text, _ in pieces)), [])

    def note(self, where: str) -> etree._Element | None:
        """The reference of the footnote or endnote that this place is, None where it is none."""
        match = _NOTE.fullmatch(where)
        if match is None:
            return None
        references = self.document.iter(_REFERENCE[match[1]])
        return next((each for each in references if each.get(f"{W}id") == match[2]), None)

    def _text(self, paragraph: etree._Element) -> list[Piece]:
        if paragraph.getroottree().getroot() is not self.document:
            return []
        words = Words(self._styles)
        words.gather(paragraph)
        return words.pieces
