import pytest

from tests.audit.said_by import held_by, said_by

RULE = "grade_of_score"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("项目综合得分 88.5 分，评价等级为“优”。", ["warning"]),
        ("项目综合得分 88.5 分，评价等级为“良”。", []),
        ("综合得分 92 分，评价结果为优秀。", []),
        ("综合得分 88.5 分，等级为“优”（优：90分及以上；良：80—90分）。", ["error"]),
        ("综合得分 88.5 分，等级为“优”（优：85分及以上；良：70—85分）。", []),
        ("决策得分 14.5 分，过程得分 20 分，总体评价结果为优。", []),
        ("综合得分 89.99 分，评价等级为优；其中决策 15 分。", ["warning"]),
    ],
)
def test_a_grade_is_that_of_its_score(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected


def test_a_grade_that_fits_is_listed() -> None:
    assert held_by(RULE, "项目综合得分 88.5 分，评价等级为“良”。")
