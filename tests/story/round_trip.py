"""Writes every register to a workbook as the page's export does, or tells the rows that a home holds."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from yunguan.cli.house import open_house


def main() -> None:
    """With a folder: write the workbooks there; then print how many rows each register has and what they come to."""
    open_house(None)
    from yunguan.registers.book import books  # noqa: PLC0415 - after Django
    from yunguan.registers.importing.template import write_rows  # noqa: PLC0415
    from yunguan.web.pages.register_export import export_row  # noqa: PLC0415

    found = {}
    for book in books().values():
        records = book.model._default_manager.select_related(*book.references).order_by("id")
        rows = [export_row(book, each, full=True) for each in records]
        if len(sys.argv) > 1 and rows:
            write_rows(book.title, book.columns, rows, Path(sys.argv[1]) / f"{book.title}.xlsx")
        texts = sorted(repr(sorted(row.items())) for row in rows)
        found[book.id] = [len(rows), hashlib.sha256("\n".join(texts).encode()).hexdigest()]
    print(json.dumps(found))


if __name__ == "__main__":
    main()
