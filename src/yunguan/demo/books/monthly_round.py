"""统计月报任务 of the demonstration: eleven months sent up, December under way."""

from __future__ import annotations

from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.days import later
from yunguan.demo.survey import DECEMBER, FORMS, MONTHS, Form

UP, AUDITED = 14, 9
"""Working days from the month's end to the report upward and to the last audit."""


def rows(centre: Centre) -> list[Row]:
    """A task a form and month."""
    del centre
    return [_row(form, month) for form in FORMS for month in MONTHS]


def sent_up_on(month: date) -> date:
    """The day on which a month's returns went to the bureau."""
    return later(month, UP)


def _row(form: Form, month: date) -> Row:
    first = later(month, 1)
    row = {"form_version": form.version, "month_end": month, "planned_on": first, "issued_on": first}
    if month.month == DECEMBER:
        return row | {"state": "issued"}
    return row | {"audited_on": later(month, AUDITED), "reported_on": sent_up_on(month), "state": "reported"}
