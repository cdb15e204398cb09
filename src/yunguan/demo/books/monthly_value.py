"""统计月报数据 of the demonstration."""

from __future__ import annotations

from yunguan.demo.centre import Centre, Row
from yunguan.demo.survey import cases, values


def rows(centre: Centre) -> list[Row]:
    """What each unit reported in the end."""
    return [
        {
            "monthly_return": case.return_no,
            "item": f"{case.form.version}/{code}",
            "item__name": next(name for known, name, _ in case.form.items if known == code),
            "value": value,
            "area": case.area,
        }
        for case in cases(centre)
        if case.story != "missing"
        for code, value in values(centre, case)
    ]
