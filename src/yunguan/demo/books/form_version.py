"""统计报表版本 of the demonstration: an old one that has ended, and the one in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from yunguan.demo.centre import Centre, Row
from yunguan.demo.survey import DOC, FORMS, Form
from yunguan.demo.targets import YEAR


def rows(centre: Centre) -> list[Row]:
    """Two versions of each form."""
    del centre
    return [row for form in FORMS for row in _versions(form)]


def _versions(form: Form) -> Iterator[Row]:
    known = {"form": form.number, "form__name": form.name}
    yield known | {
        "version_no": f"{form.number}-{YEAR - 2}",
        "doc_no": "国统制〔2020〕66号（演示）",
        "effective_from": date(YEAR - 2, 1, 1),
        "effective_to": date(YEAR - 1, 12, 31),
    }
    yield known | {"version_no": form.version, "doc_no": DOC, "effective_from": date(YEAR, 1, 1), "effective_to": None}
