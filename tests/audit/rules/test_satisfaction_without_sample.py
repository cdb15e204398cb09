import pytest

from tests.audit.said_by import held_by, said_by

RULE = "satisfaction_without_sample"
HEAD = "某局部门整体支出绩效自评报告\n一、绩效情况\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "服务对象满意度为96%。", ["hint"]),
        (HEAD + "发放问卷200份，收回190份，服务对象满意度为96%。", []),
        (HEAD + "通过回访了解，群众满意率达98.5%。", []),
        (HEAD + "提升了群众满意度。", []),
        ("某局工作总结\n群众满意度为96%。", []),
    ],
)
def test_a_rate_of_satisfaction_says_who_was_asked(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected


def test_a_survey_that_is_named_is_listed() -> None:
    assert held_by(RULE, HEAD + "发放问卷200份，服务对象满意度为96%。")
