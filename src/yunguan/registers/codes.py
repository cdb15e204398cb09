"""The codes in a record's columns checked by their kind: what a form or an API hands in is judged as a workbook is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from yunguan.core.codes import identity_number, mobile, plate, uscc
from yunguan.core.columns import Column, Kind
from yunguan.core.finding import Problem
from yunguan.office.areas import areas_on
from yunguan.registers.book import Book
from yunguan.registers.record import Record, filled

CHECKS: dict[Kind, Callable[[str], str | None]] = {
    Kind.IDENTITY_NUMBER: identity_number.problem,
    Kind.USCC: uscc.problem,
    Kind.PLATE: plate.problem,
    Kind.MOBILE: mobile.problem,
}


def column_problems(book: Book, record: Record) -> Iterator[Problem]:
    """What is wrong in single columns: missing, too long, not among the choices, not a valid code."""
    for column in book.columns:
        if "__" in column.name or column.kind in {Kind.STATE, Kind.REFERENCE}:
            continue
        value = getattr(record, column.name)
        if filled(value):
            yield from _of_value(column, value)
        elif column.required:
            yield Problem(column.name, f"“{column.label}”没有填写，请补填。")
    for name in book.references:
        if book.by_name[name].required and getattr(record, f"{name}_id") is None:
            yield Problem(name, f"“{book.by_name[name].label}”没有填写，请选择。")


def _of_value(column: Column, value: object) -> Iterator[Problem]:
    check = CHECKS.get(column.kind)
    wrong = check(str(value)) if check else None
    if wrong:
        yield Problem(column.name, wrong)
    elif column.kind is Kind.CHOICE and str(value) not in dict(column.choices):
        yield Problem(column.name, f"“{column.label}”没有“{value}”这一项，请从列表中选择。")
    elif column.max_length and len(str(value)) > column.max_length:
        yield Problem(column.name, f"“{column.label}”超过 {column.max_length} 个字，请缩短。")


def area_problem(record: Record) -> Problem | None:
    """An area must be a division of the code table."""
    if not record.area:
        return Problem("area", "没有填写行政区划，也不能从其他列得出，请补填。")
    known = {division.code for division in areas_on(record.created_at.date()).divisions}
    if record.area not in known:
        return Problem("area", f"没有区划代码“{record.area}”，请从列表中选择。")
    return None
