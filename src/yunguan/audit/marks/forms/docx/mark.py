"""Marking a Word file: the comments, their marks in the document, and every other part as it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from yunguan.audit.marks.forms.docx.anchors import Piece, anchor, anchor_around
from yunguan.audit.marks.forms.docx.comments import Comments
from yunguan.audit.marks.forms.docx.places import Places
from yunguan.audit.marks.marker import Marked, Original, Unmarkable
from yunguan.audit.marks.note import Note
from yunguan.audit.marks.packing import packed
from yunguan.audit.marks.parts import Parts
from yunguan.audit.marks.spans import all_of, span_of
from yunguan.audit.readers.docx.package import open_package


def mark(original: Original, notes: Sequence[Note], now: datetime) -> Marked:
    """A copy with a comment for each note, anchored on its words."""
    package = open_package(original.name, original.data)
    places, parts = Places(package), Parts(package)
    comments = Comments(parts)
    misplaced = sum(not _noted(places, comments, note, now) for note in notes)
    changed = parts.changed | {package.main: places.document} if notes else {}
    return Marked(packed(package, changed), misplaced)


def _noted(places: Places, comments: Comments, note: Note, now: datetime) -> bool:
    """True where the comment stands on the words or the block that the note is about."""
    number = comments.add(note.lines, now)
    reference = places.note(note.where)
    if reference is not None:
        anchor_around(reference, number)
        return True
    pieces = places.pieces(note.where)
    span = _span(pieces, note.quote)
    if span is not None:
        anchor(pieces, span, number)
        return True
    beginning = places.beginning()
    whole = _span(beginning, "")
    if whole is None:
        raise Unmarkable("文件正文里没有可以加批注的文字。")
    anchor(beginning, whole, number)
    return False


def _span(pieces: Sequence[Piece], quote: str) -> tuple[int, int] | None:
    """The quoted words, else all of the block: of a cell the row is quoted."""
    text = "".join(piece for piece, _ in pieces)
    return span_of(quote, text) or all_of(text)
