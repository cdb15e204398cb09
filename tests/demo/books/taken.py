"""Workbooks of the demonstration taken over into an empty house, with those that they refer to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.factories import NOW
from yunguan.core.period import Period
from yunguan.demo.centre import Centre
from yunguan.demo.workbooks import write_book
from yunguan.indicators.selectors import figures, question_of
from yunguan.registers.book import book, in_order_of_reference
from yunguan.registers.importing.services import import_workbooks


def take_over(centre: Centre, folder: Path, *registers: str) -> None:
    """Import the workbooks of these registers; every row must be taken."""
    wanted = _with_targets(registers)
    for each in (one for one in in_order_of_reference() if one.id in wanted):
        path = write_book(each, centre.rows(each.id), folder)
        for report in import_workbooks([path], user=None, now=NOW):
            assert report.clean, report


def values(*ids: str, year: int = 2023) -> list[str]:
    """The values of figures as text, whole numbers and rates to one place."""
    found = figures(question_of(Period.year(year)), list(ids))
    return [f"{found[name].value:.1f}".removesuffix(".0") for name in ids]


def kept(register: str) -> Any:
    """The rows of a register that the house holds."""
    return book(register).model._default_manager


def _with_targets(registers: Iterable[str]) -> set[str]:
    wanted = set(registers)
    for name in registers:
        own = set(book(name).references.values()) | set(book(name).model.rests_on)
        wanted |= _with_targets(own - {name})
    return wanted
