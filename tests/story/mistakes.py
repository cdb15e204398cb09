"""Imports, for every register, a row of the demonstration once for each kind of mistake that its columns allow."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from yunguan.cli.house import open_house
from yunguan.core.columns import Column, Kind

NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)
WRONG = {
    Kind.INTEGER: "三百多",
    Kind.DECIMAL: "十来分",
    Kind.MONEY: "两千余元",
    Kind.DATE: "2023-02-30",
    Kind.TIME: "25:61",
    Kind.BOOLEAN: "也许",
    Kind.CHOICE: "没有这一项",
    Kind.STATE: "没有这个状态",
    Kind.IDENTITY_NUMBER: "430499198001010000",
    Kind.USCC: "91430499MA0000000Z",
    Kind.PLATE: "湘D",
    Kind.MOBILE: "12345",
    Kind.AREA: "没有这个县",
    Kind.REFERENCE: "没有这个编号",
}


def mistakes(columns: tuple[Column, ...]) -> Iterator[tuple[Column, str | None, str]]:
    """A column, what stands wrongly in it, and of which kind the mistake is: each kind once, of what is there."""
    seen: set[str] = set()
    for column in columns:
        if column.kind in WRONG and column.kind not in seen and "__" not in column.name:
            seen.add(column.kind)
            yield column, WRONG[column.kind], column.kind.value
        if column.required and "missing" not in seen and not column.key:
            seen.add("missing")
            yield column, None, "missing"
        if column.max_length and column.kind is Kind.TEXT and "long" not in seen and "__" not in column.name:
            seen.add("long")
            yield column, "长" * (column.max_length + 1), "long"


def write(source: Path, title: str, found: list[tuple[Column, str | None, str]], place: Path) -> Path:
    """The first row of a workbook once a mistake."""
    sheet = load_workbook(source, read_only=True).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    head, row = [str(each) for each in next(rows)], list(next(rows))
    book = Workbook()
    out = book.active
    assert out is not None
    out.title = title
    out.append(head)
    for column, wrong, _ in found:
        mistaken: list[Any] = list(row)
        mistaken[next(i for i, text in enumerate(head) if text.split("（")[0] == column.label.split("（")[0])] = wrong
        out.append(mistaken)
    path = place / f"{title}.xlsx"
    book.save(path)
    return path


def main() -> None:
    """Print, for every register, the mistakes that did not get one message of their own."""
    open_house(None)
    from yunguan.registers.book import books  # noqa: PLC0415 - after Django
    from yunguan.registers.importing.services import import_workbooks  # noqa: PLC0415

    source, place = Path(sys.argv[1]), Path(sys.argv[2])
    wrong: dict[str, list[Any]] = {}
    tried: dict[str, int] = {}
    for book in books().values():
        path = source / f"{book.title}.xlsx"
        if not path.exists():
            continue
        found = list(mistakes(book.columns))
        (report,) = import_workbooks([write(path, book.title, found, place)], user=None, now=NOW)
        (sheet,) = report.sheets
        got = {
            number: [each.header for each in sheet.refused if each.row == number] for number in range(2, len(found) + 2)
        }
        odd = [
            [kind, column.label, got[number]]
            for number, (column, _, kind) in enumerate(found, start=2)
            if len(got[number]) != 1 or not got[number][0].startswith(column.label.split("（")[0])
        ]
        if odd or sheet.questions:
            wrong[book.id] = [*odd, *sheet.questions]
        tried[book.id] = len(found)
    print(json.dumps({"tried": tried, "wrong": wrong}, ensure_ascii=False))


if __name__ == "__main__":
    main()
