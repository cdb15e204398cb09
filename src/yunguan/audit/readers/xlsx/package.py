"""The package of a workbook: the shared guard, told what Excel calls its parts."""

from __future__ import annotations

from typing import Final

from yunguan.audit.readers.zipped import Format, Package, opened

__all__ = ["Package", "open_package"]

EXCEL: Final = Format("Excel", "xlsx", "Excel 工作簿", "xl/workbook.xml")


def open_package(name: str, data: bytes) -> Package:
    """The package in these bytes; raises Unreadable when it breaks a limit, holds macros or is no workbook."""
    return opened(name, data, EXCEL)
