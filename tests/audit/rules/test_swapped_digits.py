import pytest

from tests.audit.said_by import said_by

RULE = "swapped_digits"


@pytest.mark.parametrize(
    "second",
    ["项目惠及学生12860人。", "2022年受益学生达12860人。", "农村学生12860人。"],
)
def test_two_neighbours_turned_round_are_one_number_told_wrongly(second: str) -> None:
    assert said_by(RULE, f"受益学生12680人。\n\n{second}") == ["warning"]


def test_the_digits_may_stand_on_both_sides_of_the_point() -> None:
    assert said_by(RULE, "拨付工程款1234.56万元。\n\n支付工程款1235.46万元。") == ["warning"]
    assert said_by(RULE, "拨付工程款1234.56万元。\n\n支付工程款1243.65万元。") == []


@pytest.mark.parametrize(
    "text",
    [
        "受益学生12680人。\n\n惠及学生18620人。",
        "受益学生12680人，惠及学生12860人。",
        "受益学生12680人。\n\n惠及教师12860人。",
        "受益学生12680人。\n\n上年受益学生12860人。",
        "受益学生12680人。\n\n计划惠及学生12860人。",
        "受益学生1260人。\n\n惠及学生1620人。",
        "受益学生12680人。\n\n其中农村学生12860人。",
        "男学生12680人。\n\n女学生12860人。",
        "中央资金1234.50万元。\n\n省级资金1243.50万元。",
        "新建公路1268.4公里。\n\n养护公路1286.4公里。",
    ],
)
def test_numbers_of_other_things_and_times_may_be_alike(text: str) -> None:
    assert said_by(RULE, text) == []


def test_parts_of_a_sum_that_holds_are_right() -> None:
    text = "支出25245.0万元，其中设备费12640.0万元，设施费12605.0万元。\n\n支付设备费{}万元。"

    assert said_by(RULE, text.format("12460.0")) == ["warning"]
    assert said_by(RULE, text.format("12640.0")) == []
