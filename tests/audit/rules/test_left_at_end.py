import pytest

from tests.audit.said_by import held_by, said_by

RULE = "left_at_end"
FROM_BEGIN = (
    "某站2023年度工作总结\n\n上年结余12.40万元，全年收入30.00万元。\n\n全年支出25.15万元。\n\n年末结余{}万元。\n"
)
FROM_USABLE = "某站2023年度工作总结\n\n全年可用资金42.40万元。\n\n全年支出25.15万元。\n\n年末结余{}万元。\n"


@pytest.mark.parametrize("text", [FROM_BEGIN, FROM_USABLE])
def test_what_is_left_is_what_was_there_and_came_less_what_was_spent(text: str) -> None:
    assert held_by(RULE, text.format("17.25"))
    assert said_by(RULE, text.format("17.25")) == []
    assert said_by(RULE, text.format("17.52")) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        FROM_BEGIN.format("99.00"),
        FROM_BEGIN.format("17.52").replace("上年结余12.40万元，", ""),
        FROM_BEGIN.format("17.52") + "\n全年支出26.15万元。\n",
        FROM_BEGIN.format("17.52").replace("工作总结", "部门决算"),
    ],
)
def test_amounts_of_other_accounts_missing_ones_and_settled_accounts_are_left_alone(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize("arrived", ["资金实际到位", "到位资金", "累计到位"])
@pytest.mark.parametrize("spent", ["累计支出", "实际支出"])
def test_what_arrived_less_what_was_spent_is_left(arrived: str, spent: str) -> None:
    text = f"某站2023年度工作总结\n\n{arrived}42.40万元。\n\n{spent}25.15万元。\n\n年末结余{{}}万元。\n"

    assert held_by(RULE, text.format("17.25"))
    assert said_by(RULE, text.format("17.52")) == ["warning"]


@pytest.mark.parametrize(("said", "expected"), [("财政收回0.27万元。", []), ("财政收回0.20万元。", ["warning"])])
def test_a_difference_that_the_text_tells_is_explained(said: str, expected: list[str]) -> None:
    assert said_by(RULE, f"{FROM_BEGIN.format('17.52')}\n{said}\n") == expected
