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


@pytest.mark.parametrize(
    "text",
    [
        "评价等级为“优”，综合得分88.5分。",
        "综合得分88.5分（优）。",
        "自评总分88.5分，自评等次为优。",
        "该项目得分88.5分。评价等级为“优”。",
        "综合得分88.5，评价等级为“优”。",
    ],
)
def test_a_grade_is_heard_in_its_usual_places(text: str) -> None:
    assert said_by(RULE, text) == ["warning"]
    assert held_by(RULE, text.replace("优", "良"))


@pytest.mark.parametrize(
    ("score", "bands", "expected"),
    [
        ("88.5", "得分85分以上为优，75-85分为良，60-75分为中。", []),
        ("88.5", "评价结果分为优（85-100分）、良（75-85分）、中（60-75分）、差（60分以下）。", []),
        ("93", "优（得分≥95分）、良（85分≤得分<95分）。", ["error"]),
        ("93", "95分（含）-100分为优，85（含）-95分为良。", ["error"]),
        ("88.5", "优、良、中、差按总分的前85、70和60分段划分，优不少于85，良不少于70。", []),
        ("88.5", "90分（含）以上为优，80-90分为良。", ["error"]),
        ("88.5", "90分以上为优。另一办法85分以上为优。", []),
    ],
)
def test_the_bands_that_a_report_prints_count(score: str, bands: str, expected: list[str]) -> None:
    assert said_by(RULE, f"综合得分{score}分，评价等级为“优”。\n{bands}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "综合得分92分，中、东部各镇排名靠前。",
        "平均得分92分，评价等级为“良”。",
        "综合得分92分，其中3个项目等次为“良”。",
        "综合得分92分。评价等级标准：良（80-90分）。",
    ],
)
def test_what_is_no_grade_of_the_score_is_left_alone(text: str) -> None:
    assert said_by(RULE, text) == []


def test_a_grade_that_fits_is_listed() -> None:
    assert held_by(RULE, "项目综合得分 88.5 分，评价等级为“良”。")
