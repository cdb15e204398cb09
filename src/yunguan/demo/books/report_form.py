"""统计报表目录 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.survey import FORMS


def rows(centre: Centre) -> list[Row]:
    """The forms."""
    del centre
    return [
        {"form_no": form.number, "name": form.name, "survey": form.survey, "issued_by": "交通运输部"} for form in FORMS
    ]
