"""Word files: notes become comments on exactly the words that they quote."""

from __future__ import annotations

from yunguan.audit.marks.forms.docx.mark import mark
from yunguan.audit.marks.marker import Marker

DOCX = Marker("docx", mark)
