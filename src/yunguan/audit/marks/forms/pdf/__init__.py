"""PDF files: notes become highlights on the characters that they quote, with the text as the highlight's contents."""

from __future__ import annotations

from yunguan.audit.marks.forms.pdf.mark import mark
from yunguan.audit.marks.marker import Marker

PDF = Marker("pdf", mark)
