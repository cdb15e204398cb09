"""The cell that a place of a workbook's reading names, as its reader calls it."""

from __future__ import annotations

from yunguan.audit.readers.xlsx.places import Cell, cell_named
from yunguan.core.reading import Reading

__all__ = ["Cell", "cell_of"]


def cell_of(where: str, reading: Reading, sheets: tuple[str, ...]) -> Cell | None:
    """The cell of a place such as “收支表”工作表A3起的表 第2行第2列 or “收支表”工作表B3; None where it names none."""
    del reading
    return cell_named(where, sheets)
