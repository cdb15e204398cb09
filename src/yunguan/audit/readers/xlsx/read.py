"""A workbook as a Reading: each visible sheet's tables, and the titles and notes around them, as they are printed.

The pass over the XML is our own, by the parser of the standard library: it keeps nothing but the printed texts, sees
a formula without a result, and stops at a DOCTYPE before anything is expanded. openpyxl reads a workbook twice to tell
formulas from results and prints no number formats; the importer's pass (decision 0011) keeps values for records, not
what people see, and lies above the auditor.
"""

from __future__ import annotations

from yunguan.audit.outline import blocks
from yunguan.audit.reader import Reader, Unreadable
from yunguan.audit.readers.xlsx.layout import Layout, lay_out
from yunguan.audit.readers.xlsx.package import open_package
from yunguan.audit.readers.xlsx.workbook import workbook_of
from yunguan.audit.readers.zipped import lies_in
from yunguan.core.reading import Reading


def _recognises(data: bytes) -> bool:
    return lies_in(data, b"xl/")


def _read(name: str, data: bytes) -> Reading:
    workbook = workbook_of(open_package(name, data))
    layout = Layout(unread=workbook.unread)
    for grid in workbook.grids:
        lay_out(grid, layout)
    found = tuple(block for lines in layout.lines for block in blocks(lines))
    if not found:
        raise Unreadable("；".join((f"“{name}”里没有可以核对的内容", *layout.unread)))
    return Reading(name, "xlsx", found, tuple(layout.tables), tuple(layout.unread))


XLSX = Reader("xlsx", _recognises, _read)
