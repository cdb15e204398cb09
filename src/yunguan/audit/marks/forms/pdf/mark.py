"""Marking a PDF: one highlight a place, in the colour of its severity, with an appearance that every viewer shows."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw

from yunguan.audit.marks.forms.pdf.pages import Box, Pages
from yunguan.audit.marks.forms.pdf.places import page_of, stretches
from yunguan.audit.marks.marker import AUTHOR, Marked, Original, Unmarkable
from yunguan.audit.marks.note import Note
from yunguan.core.finding import Severity

raw: Any = pypdfium2.raw  # its names are made when it is imported
_COLOURS: Final = {
    Severity.ERROR: (255, 120, 120),
    Severity.WARNING: (255, 190, 60),
    Severity.HINT: (130, 190, 255),
}
_OPACITY: Final = 110
_CORNER: Final = 20.0


def mark(original: Original, notes: Sequence[Note], now: datetime) -> Marked:
    """A copy with a highlight for each note; a note whose words are not found is a sticky note on its page."""
    try:
        document = pdfium.PdfDocument(original.data)  # type: ignore[no-untyped-call]
    except pdfium.PdfiumError as error:
        raise Unmarkable("PDF 打不开，不能加标注。") from error
    pages = Pages(document)
    misplaced = 0
    for note in notes:
        found = stretches(pages, original.reading, note)
        boxed = [(page, boxes) for page, span in found if (boxes := pages.boxes(page, span))]
        for page, boxes in boxed:
            _highlight(document[page], boxes, note, now)
        if not boxed:
            misplaced += 1
            _stick(document[page_of(pages, note.where)], note, now)
    out = io.BytesIO()
    document.save(out)  # type: ignore[no-untyped-call]
    return Marked(out.getvalue(), misplaced)


def _highlight(page: pdfium.PdfPage, boxes: list[Box], note: Note, now: datetime) -> None:
    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_HIGHLIGHT)
    try:
        whole = boxes[0]
        for box in boxes:
            whole = whole.joined(box)
            points = raw.FS_QUADPOINTSF(
                box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom
            )
            raw.FPDFAnnot_AppendAttachmentPoints(annotation, ctypes.byref(points))
        red, green, blue = _COLOURS[note.severity]
        raw.FPDFAnnot_SetColor(annotation, raw.FPDFANNOT_COLORTYPE_Color, red, green, blue, _OPACITY)
        _finish(annotation, whole, note, now)
        raw.FPDFAnnot_SetAP(annotation, raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL, _wide(_drawn(boxes, note.severity)))
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _stick(page: pdfium.PdfPage, note: Note, now: datetime) -> None:
    left, _, _, top = page.get_mediabox()  # type: ignore[no-untyped-call]
    annotation = raw.FPDFPage_CreateAnnot(page, raw.FPDF_ANNOT_TEXT)
    try:
        _finish(annotation, Box(left + _CORNER, top - 2 * _CORNER, left + 2 * _CORNER, top - _CORNER), note, now)
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _finish(annotation: Any, whole: Box, note: Note, now: datetime) -> None:
    """What every annotation has: its place, that it is printed, its author, date and text."""
    rect = raw.FS_RECTF(whole.left, whole.top, whole.right, whole.bottom)
    raw.FPDFAnnot_SetRect(annotation, ctypes.byref(rect))
    raw.FPDFAnnot_SetFlags(annotation, raw.FPDF_ANNOT_FLAG_PRINT)
    for key, words in ((b"T", AUTHOR), (b"M", f"D:{now:%Y%m%d%H%M%S}"), (b"Contents", note.text)):
        raw.FPDFAnnot_SetStringValue(annotation, key, _wide(words))


def _drawn(boxes: list[Box], severity: Severity) -> str:
    """The appearance: the boxes filled in the colour, laid over the words as ink is."""
    colour = " ".join(f"{part / 255:.3f}" for part in _COLOURS[severity])
    filled = "".join(
        f"{box.left:.2f} {box.bottom:.2f} {box.right - box.left:.2f} {box.top - box.bottom:.2f} re\n" for box in boxes
    )
    return f"/GS gs\n{colour} rg\n{filled}f\n"


def _wide(words: str) -> ctypes.Array[ctypes.c_ushort]:
    """The words in UTF-16 LE with the two zero bytes at the end that the library asks for."""
    data = words.encode("utf-16-le") + b"\0\0"
    return (ctypes.c_ushort * (len(data) // 2)).from_buffer_copy(data)
