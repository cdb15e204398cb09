import pytest

from tests.audit.said_by import held_by, said_by

RULE = "score_by_rate"
REPORT = (
    "某项目支出绩效自评报告\n\n项目预算执行率为{}。\n\n2.预算执行率。分值10分，{}得{}分。\n"
    "3.合规性。分值10分，得9.5分。\n"
)
FORMULA = "评分标准为“得分＝预算执行率×10分”，"


@pytest.mark.parametrize(
    ("rate", "way", "score", "expected"),
    [
        ("92.00%", FORMULA, "9.6", ["error"]),
        ("92.00%", FORMULA, "10", ["error"]),
        ("92.00%", FORMULA, "9.2", []),
        ("92.00%", "评分标准为“得分＝执行率×分值”，", "9.6", ["error"]),
        ("92.00%", "按预算执行率×分值计分，", "9.6", ["error"]),
        ("92.00%", f"{FORMULA}另扣1分，", "8.2", []),
        ("105.00%", FORMULA, "10", []),
        ("92.00%，上年预算执行率为96.00%", FORMULA, "9.6", ["error"]),
        ("92.00%，其中下属单位预算执行率为96.00%", FORMULA, "9.6", []),
        ("92.00%", "预算执行率为96.00%，评分标准为“得分＝预算执行率×10分”，", "9.6", []),
    ],
)
def test_a_score_reckoned_by_a_rate_is_that_rate_of_its_points(
    rate: str, way: str, score: str, expected: list[str]
) -> None:
    assert said_by(RULE, REPORT.format(rate, way, score)) == expected


@pytest.mark.parametrize(
    ("rate", "way", "expected"),
    [
        ("92.00%", "", ["warning"]),
        ("100%", "", []),
        ("99.80%", "", []),
        ("92.00%", "执行率90%以上得满分，", []),
    ],
)
def test_execution_below_all_does_not_win_all_points(rate: str, way: str, expected: list[str]) -> None:
    assert said_by(RULE, REPORT.format(rate, way, "10")) == expected


def test_an_evaluation_may_have_its_own_way_for_mild_shortfalls() -> None:
    text = REPORT.replace("自评", "评价")

    assert said_by(RULE, text.format("92.00%", "", "10")) == []
    assert said_by(RULE, text.format("72.00%", "", "10")) == ["warning"]


def test_the_rate_of_a_table_counts() -> None:
    table = "项目\t预算数\t执行数\t执行率\n合计\t100.00\t92.00\t92.00%\n"
    text = f"某项目支出绩效自评报告\n\n{table}\n2.预算执行率。分值10分，{FORMULA}得{{}}分。\n"

    assert said_by(RULE, text.format("9.6")) == ["error"]
    assert held_by(RULE, text.format("9.2"))
