"""The characters of a PDF's pages with their boxes, and the lines of boxes that a quote covers."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw

from yunguan.audit.marks.spans import Span, span_of

raw: Any = pypdfium2.raw  # its names are made when it is imported
_HALF: Final = 0.5


@dataclass(frozen=True)
class Box:
    """A rectangle on the page as it was written, before any rotation."""

    left: float
    bottom: float
    right: float
    top: float

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def beside(self, other: Box) -> bool:
        """True where both stand in one line, or in one column of text written downwards."""
        rows = min(self.top, other.top) - max(self.bottom, other.bottom)
        columns = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top - self.bottom, other.top - other.bottom)
        width = min(self.right - self.left, other.right - other.left)
        return rows > _HALF * height or columns > _HALF * width > 0 > rows + height


class Pages:
    """A document's pages, opened as they are asked for."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self.document = document
        self._text = lru_cache(maxsize=4)(self._read)

    def __len__(self) -> int:
        return len(self.document)

    def spans(self, page: int, quote: str) -> list[Span]:
        """Every place of the quote on a page (counted from 0)."""
        text = self.text(page)
        found: list[Span] = []
        at = 0
        while (span := span_of(quote, text, at)) is not None:
            found.append(span)
            at = span[1]
        return found

    def text(self, page: int) -> str:
        """The characters of a page, each at its own index."""
        return self._text(page)[1]

    def boxes(self, page: int, span: Span) -> list[Box]:
        """The boxes of these characters, those of one line in one."""
        lines: list[Box] = []
        last: Box | None = None
        for index in range(*span):
            box = self._box(page, index)
            if box is None:
                continue
            if last is not None and last.beside(box):
                lines[-1] = lines[-1].joined(box)
            else:
                lines.append(box)
            last = box
        return lines

    def _box(self, page: int, index: int) -> Box | None:
        if self.text(page)[index].isspace():
            return None
        rect = raw.FS_RECTF()
        if not raw.FPDFText_GetLooseCharBox(self._text(page)[0], index, ctypes.byref(rect)):
            return None
        return Box(rect.left, rect.bottom, rect.right, rect.top) if rect.right > rect.left else None

    def _read(self, page: int) -> tuple[pdfium.PdfTextPage, str]:
        text = self.document[page].get_textpage()
        characters = (raw.FPDFText_GetUnicode(text, index) for index in range(text.count_chars()))
        return text, "".join(chr(code) if 0 < code < 0x110000 else " " for code in characters)  # noqa: PLR2004
