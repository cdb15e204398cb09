"""监控预警的指标有交代."""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.dossier import Watched
from yunguan.evaluation.gate.example import case, row

CODE = "monitoring_forgotten"


def watched(forecast: str, item: str = "output.quantity.exams") -> tuple[Watched, ...]:
    return (Watched(item, forecast, "有可能", date(2023, 7, 31)),)


@pytest.mark.parametrize(("forecast", "expected"), [("cannot", ["error"]), ("may", ["warning"]), ("will", [])])
def test_what_was_doubted_and_has_all_its_points_is_explained(forecast: str, expected: list[str]) -> None:
    assert said(CODE, case(watched=watched(forecast))) == expected
    assert said(CODE, case(row(reason="四季度加场。"), watched=watched(forecast))) == []


def test_what_lost_points_and_what_is_no_item_are_silent() -> None:
    assert said(CODE, case(row(reached="22"), watched=watched("cannot"))) == []
    assert said(CODE, case(watched=watched("cannot", "output.quantity.gone"))) == []
