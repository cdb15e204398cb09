"""A Word file as a Reading: paragraphs, tables, text boxes and notes in the order of its XML."""

from __future__ import annotations

from yunguan.audit.outline import blocks
from yunguan.audit.reader import Reader
from yunguan.audit.readers.docx.layout import layout_of
from yunguan.audit.readers.docx.package import open_package
from yunguan.audit.readers.zipped import lies_in
from yunguan.core.reading import Reading


def _recognises(data: bytes) -> bool:
    return lies_in(data, b"word/")


def _read(name: str, data: bytes) -> Reading:
    package = open_package(name, data)
    found = layout_of(package, package.part(package.main))
    return Reading(name, "docx", tuple(blocks(found.lines)), tuple(found.tables), found.unread)


DOCX = Reader("docx", _recognises, _read)
