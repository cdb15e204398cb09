"""各项目自评得分不都是高分."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.gate.example import case, row, tree

CODE = "all_projects_full"


@pytest.mark.parametrize(
    ("reached", "expected"),
    [
        (("24", "24", "24"), ["warning"]),
        (("24", "24", "23.8"), ["warning"]),
        (("24", "24", "22"), []),
        (("24", "24"), []),
        (("24", "24", "24", None), []),
        ((), []),
    ],
)
def test_three_projects_with_nearly_all_points_are_asked_about(
    reached: tuple[str | None, ...], expected: list[str]
) -> None:
    projects = tuple(tree(row(reached=each), subject="项目") for each in reached)
    assert said(CODE, case(projects=projects)) == expected
