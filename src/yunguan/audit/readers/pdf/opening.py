"""A PDF file opened only within limits: locked, broken and endless ones are refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw

from yunguan.audit.reader import Unreadable

c: Any = pypdfium2.raw  # its names are made when it is imported

MOST_PAGES: Final = 2_000
_HEAD: Final = 1_024


def recognises(data: bytes) -> bool:
    """True where the bytes begin as a PDF does; a few bytes of rubbish before it are usual."""
    return b"%PDF-" in data[:_HEAD] and not data.startswith((b"PK", b"\xd0\xcf\x11\xe0"))


@contextmanager
def opened(name: str, data: bytes) -> Iterator[Any]:
    """The document in these bytes; scripts and attachments in it are never touched. Raises Unreadable."""
    document = _document(name, data)
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise Unreadable(f"“{name}”有 {pages} 页，超过 {MOST_PAGES} 页，拒绝读取；请拆分后再提供")
        if pages == 0:
            raise Unreadable(f"“{name}”里没有页面，请重新导出 PDF 后再提供")
        yield document
    finally:
        document.close()


def _document(name: str, data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)  # type: ignore[no-untyped-call]
    except pdfium.PdfiumError as error:
        if error.err_code in {c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY}:
            raise Unreadable(f"“{name}”设有打开密码，请去掉密码后再提供") from error
        raise Unreadable(f"“{name}”的 PDF 结构已损坏，请重新导出 PDF 后再提供") from error
