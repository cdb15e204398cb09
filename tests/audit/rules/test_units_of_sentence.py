from tests.audit.said_by import said_by

RULE = "units_of_sentence"


def test_the_same_digits_in_two_units_are_found() -> None:
    assert said_by(RULE, "设备更新项目年初预算204.18元，调整后预算204.18万元。") == ["warning"]


def test_an_amount_told_in_both_units_is_left_alone() -> None:
    assert said_by(RULE, "设备更新项目预算2万元（20000元），每户补助300元，共300万元。") == []
