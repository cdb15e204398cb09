"""Figures of green freight."""

from __future__ import annotations

import pytest

from tests.registers.freight.rest_place import progress, target
from yunguan.core.period import Period
from yunguan.indicators.selectors import figures, question_of


@pytest.mark.django_db
def test_lights_are_counted() -> None:
    for number, actual in enumerate((1900, 1920, 2010)):
        progress(target(target_no=f"LS-{number}"), actual=actual)
    ids = [f"freight.green_freight.{each}" for each in ("reported", "green", "yellow", "red", "checked_rate")]
    found = figures(question_of(Period.year(2023)), ids)
    assert [figure.value for figure in found.values()] == [3, 1, 1, 1, 0]
