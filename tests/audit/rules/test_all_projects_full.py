import pytest

from tests.audit.said_by import said_by

RULE = "all_projects_full"
LISTED = "项目名称\t金额（万元）\t自评得分\n渠道维修\t30.00\t100\n清淤工程\t12.00\t{}\n水质监测\t8.00\t100\n"
OWN = (
    "项目支出绩效自评表\n指标\t年度指标值\t分值\t得分\n"
    "产出\t20处\t60\t60\n效益\t明显\t40\t40\n总分\t\t100\t{}\n\n说明文字。\n"
)


@pytest.mark.parametrize(("score", "expected"), [("100", ["hint"]), ("97", [])])
def test_projects_that_all_have_the_full_score_are_a_hint(score: str, expected: list[str]) -> None:
    assert said_by(RULE, LISTED.format(score)) == expected


def test_the_totals_of_several_tables_count_too() -> None:
    assert said_by(RULE, OWN.format(100) * 3) == ["hint"]
    assert said_by(RULE, OWN.format(100) * 2) == []
