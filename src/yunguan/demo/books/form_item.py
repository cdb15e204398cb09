"""统计报表指标 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.survey import FORMS


def rows(centre: Centre) -> list[Row]:
    """The items of the versions in use."""
    del centre
    return [
        {"form_version": form.version, "code": code, "name": name, "measure": measure, "required": True, "place": place}
        for form in FORMS
        for place, (code, name, measure) in enumerate(form.items, start=1)
    ]
