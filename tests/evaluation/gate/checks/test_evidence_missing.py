"""填报的完成值有佐证."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.core.figure import Origin
from yunguan.evaluation.gate.example import case, row

CODE = "evidence_missing"


@pytest.mark.parametrize(
    ("origin", "evidence", "expected"),
    [
        (Origin.DECLARED, "", ["error"]),
        (Origin.DECLARED, "见附件", ["error"]),
        (Origin.DECLARED, "2023年登记表", []),
        (Origin.COMPUTED, "", []),
        (Origin.IMPORTED, "", []),
    ],
)
def test_only_what_was_declared_owes_evidence(origin: Origin, evidence: str, expected: list[str]) -> None:
    assert said(CODE, case(row(origin=origin, evidence=evidence))) == expected


def test_what_was_not_declared_yet_owes_none() -> None:
    assert said(CODE, case(row(reached=None, origin=Origin.DECLARED))) == []
