"""历史和数量目标有基期值."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.rule import TargetSource

CODE = "baseline_missing"
QUANTITY, QUALITY = "output.quantity.exams", "output.quality.pass_rate"


@pytest.mark.parametrize(
    ("source", "name", "unit", "expected"),
    [
        (TargetSource.HISTORY, QUALITY, "%", ["error"]),
        (TargetSource.PLAN, QUANTITY, "场", ["warning"]),
        (TargetSource.PLAN, QUANTITY, "%", []),
        (TargetSource.STANDARD, QUALITY, "件", []),
    ],
)
def test_history_owes_its_value_and_a_quantity_is_asked(
    source: TargetSource, name: str, unit: str, expected: list[str]
) -> None:
    assert said(CODE, case(row(source=source, name=name, unit=unit, before=None))) == expected
    assert said(CODE, case(row(source=source, name=name, unit=unit, before="0"))) == []
