import pytest

from tests.audit.said_by import held_by, said_by

RULE = "score_total"
TABLE = "绩效指标完成情况\n指标\t分值\t得分\n产出\t60\t58.00\n效益\t40\t39.49\n总分\t100\t97.49\n"


@pytest.mark.parametrize(("score", "found"), [("97.49", []), ("98.49", ["error"]), ("85.00", ["error"])])
def test_the_score_of_the_text_is_that_of_the_only_table(score: str, found: list[str]) -> None:
    text = f"沙河项目支出绩效自评报告\n\n经打分，项目自评总分{score}分。\n\n{TABLE}"

    assert said_by(RULE, text) == found
    assert held_by(RULE, text) is not bool(found)


def test_a_table_that_may_be_of_a_project_says_nothing_of_the_department() -> None:
    assert said_by(RULE, f"部门整体支出绩效自评报告\n\n部门自评总分92.00分。\n\n{TABLE}") == []
