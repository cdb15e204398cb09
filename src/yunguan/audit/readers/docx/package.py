"""The package of a Word file: the shared guard, told what Word calls its parts."""

from __future__ import annotations

from typing import Final

from yunguan.audit.readers.zipped import Format, Package, opened

__all__ = ["Package", "open_package"]

WORD: Final = Format("Word", "docx", "Word 文档", "word/document.xml")


def open_package(name: str, data: bytes) -> Package:
    """The package in these bytes; raises Unreadable when it breaks a limit, holds macros or is no Word file."""
    return opened(name, data, WORD)
