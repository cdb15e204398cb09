import pytest

from tests.audit.said_by import held_by, said_by

RULE = "parts_told_apart"
REPORT = "某县水利局2023年度部门决算\n\n{}\n"
ALL = REPORT.format("2023年支出合计8105563元。\n\n基本支出7031563元。\n\n项目支出{}元。")
BASIC = REPORT.format("基本支出703.15万元。\n\n人员经费600.15万元。\n\n公用经费{}万元。")


@pytest.mark.parametrize(("text", "right", "wrong"), [(ALL, "1074000", "74000"), (BASIC, "103.00", "130.00")])
def test_a_total_and_its_parts_add_up_wherever_each_is_told(text: str, right: str, wrong: str) -> None:
    assert held_by(RULE, text.format(right))
    assert said_by(RULE, text.format(right)) == []
    assert said_by(RULE, text.format(wrong)) == ["warning"]


def test_a_difference_within_rounding_is_a_hint() -> None:
    assert said_by(RULE, ALL.format("1074001")) == ["hint"]


@pytest.mark.parametrize(
    "text",
    [
        ALL.format("555555"),
        ALL.format("约74000"),
        ALL.format("74000") + "\n项目支出74100元。\n",
        REPORT.format("支出合计8105563元，其中基本支出7031563元，项目支出74000元。"),
    ],
)
def test_other_parts_several_values_and_one_sentence_are_left_alone(text: str) -> None:
    assert said_by(RULE, text) == []
