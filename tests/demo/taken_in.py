"""Takes registers of the demonstration into the test's database, as the demonstration itself does."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from yunguan.core.period import Period
from yunguan.demo.centre import Centre
from yunguan.demo.workbooks import write_book
from yunguan.indicators.selectors import figures, question_of
from yunguan.office.people import Role, User
from yunguan.office.services import open_account
from yunguan.registers.book import book, in_order_of_reference
from yunguan.registers.importing.services import import_workbooks

NOW = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)


def take_in(centre: Centre, folder: Path, *registers: str) -> dict[str, list[str]]:
    """Import the workbooks of these registers, those first that others refer to; what was said, by register."""
    said = {}
    for each in in_order_of_reference():
        if each.id in registers:
            path = write_book(book(each.id), centre.rows(each.id), folder)
            (report,) = import_workbooks([path], user=_clerk(each.section), now=NOW)
            said[each.id] = [] if report.clean else [str(report)[:2000]]
    return said


def told(ids: list[str], as_of: date = date(2023, 12, 31)) -> dict[str, float | None]:
    """The values of these figures for the year 2023."""
    found = figures(question_of(Period.year(2023), as_of=as_of), ids)
    return {name: None if figure.value is None else float(figure.value) for name, figure in found.items()}


def _clerk(section: str) -> User:
    known = User.objects.filter(username=f"{section}.clerk").first()
    return known or open_account(
        username=f"{section}.clerk", password="once", role=Role.CLERK, display_name="经办人", unit=section
    )
