import pytest

from tests.audit.said_by import held_by, said_by

RULE = "score_of_parts"
CLASSES = "项目决策得18.5分（满分{}分），过程得17.2分（满分20分），产出得33.6分（满分35分），效益得22.1分（满分25分）"
SECTION = (
    "某市校舍安全资金绩效评价报告\n\n{}\n（二）过程情况（分值25分，得分{}分）\n1.资金到位率。分值{}分，资金足额到位，得5分。\n"
    "2.预算执行率。分值10分，得9.2分。\n3.组织实施有效性。分值10分，得6.4分。\n（三）产出情况\n群众反映良好。\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{CLASSES.format(20)}，综合得分92.4分。", ["error"]),
        (f"{CLASSES.format(20)}，综合得分91.4分。", []),
        (f"{CLASSES.format(25)}，综合得分91.4分。", ["warning"]),
        (f"{CLASSES.format(25)}，综合得分92.4分。", []),
        (f"满分100分，综合得分92.4分，其中{CLASSES.format(20)}。", ["error"]),
        (f"某项目支出绩效自评报告\n\n项目自评得分92.4分。\n\n{CLASSES.format(20)}。", ["warning"]),
        (f"某项目支出绩效自评报告\n\n项目自评得分91.4分。\n\n{CLASSES.format(20)}。", []),
        (f"{CLASSES.format(20)}，加分1分，综合得分92.4分。", []),
        (f"{CLASSES.format(20)}，综合得分91分。", []),
        ("决策得18.5分（满分20分），过程得17.2分（满分20分），综合得分92.4分。", []),
    ],
)
def test_the_parts_of_a_score_add_up_to_it(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected


@pytest.mark.parametrize(
    ("score", "points", "expected"),
    [("20.6", "5", []), ("21.6", "5", ["error"]), ("20.6", "6", ["warning"]), ("21.6", "6", [])],
)
def test_a_heading_gives_what_the_lines_below_it_add_up_to(score: str, points: str, expected: list[str]) -> None:
    assert said_by(RULE, SECTION.format("", score, points)) == expected


def test_a_title_without_a_score_takes_that_of_the_paragraph_below_it() -> None:
    text = (
        "（一）决策\n决策指标分值15分，得分12分。\n1.立项\n立项指标分值5分，得5分。\n"
        "2.目标\n目标指标分值10分，得8分。\n"
    )

    assert said_by(RULE, text) == ["error"]
    assert said_by(RULE, text.replace("得8分", "得7分")) == []


def test_the_inner_parts_of_a_paragraph_add_up_to_its_first_score() -> None:
    text = "过程指标满分20分，得18分，其中资金管理10分，得9分；组织实施10分，得8分。"

    assert said_by(RULE, text) == ["error"]


def test_scores_that_add_up_are_listed() -> None:
    assert held_by(RULE, SECTION.format("", "20.6", "5"))
