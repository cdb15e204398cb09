"""Facts and forms for tests, made by hand."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from tests.report.figures import figure
from yunguan.core.figure import Figure
from yunguan.report.form_facts import FormFacts, Subject
from yunguan.report.forms.fill import fill
from yunguan.report.forms.filled import FilledForm
from yunguan.report.forms.model import Form
from yunguan.report.forms.reading import form_of

Values = Mapping[str, str | int | Decimal | None]


def figures_of(values: Values) -> Callable[[str], Figure | None]:
    """Figures by id; a value None is a figure without value, an id that is not listed is none at all."""

    def found(code: str) -> Figure | None:
        if code not in values:
            return None
        value = values[code]
        return figure(code, None if value is None else str(value), title=code, why_none="科室未填报")

    return found


def facts(values: Values | None = None, *, year: int = 2023, **changes: Any) -> FormFacts:
    """What is known of a department, with whatever differs."""
    plain: dict[str, Any] = {
        "unit": "某中心",
        "superior": "某局",
        "year": year,
        "department": Subject("department", "某中心"),
    }
    return FormFacts(**plain | {"figure": figures_of(values or {})} | changes)


LAYOUTS = {"two": {"names": ["what", "money"], "aligns": ["left", "right"]}}


def data(*rows: Any, **changes: Any) -> dict[str, Any]:
    """A form of two columns as its file declares it; a row is its cells or the whole of it."""
    whole = [row if isinstance(row, dict) else {"cells": row} for row in rows]
    plain = {
        "code": "trial",
        "title": "试填表",
        "source": "试",
        "occasion": "self_evaluation",
        "widths": [3, 1],
        "layouts": LAYOUTS,
        "rows": [{"layout": "two"} | row for row in whole],
    }
    return plain | changes


def form(*rows: Any, **changes: Any) -> Form:
    """A form of two columns."""
    return form_of(data(*rows, **changes), "trial.toml")


def filled(*rows: Any, known: FormFacts | None = None, **changes: Any) -> FilledForm:
    """A form of two columns, filled."""
    asked = known or facts()
    return fill(form(*rows, **changes), asked, asked.department)


def column(one: FilledForm) -> list[str]:
    """What the second column prints."""
    return [cell.text for cell in one.cells if cell.column == 1]
