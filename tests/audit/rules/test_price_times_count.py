import pytest

from tests.audit.said_by import held_by, said_by

RULE = "price_times_count"


@pytest.mark.parametrize(
    "text",
    [
        "购置电脑 12 台，单价 0.55 万元，共计 6.60 万元。",
        "为 126 名队员投保，每人 1250 元，共计 15.75 万元。",
        "补助 3.5 万亩，每亩补贴 120 元，共计 420 万元。",
        "检修 3 次，每次 12.345 万元，共计 37.04 万元。",
    ],
)
def test_a_total_right_behind_count_and_price_is_their_product(text: str) -> None:
    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("购置电脑 12 台，单价 0.55 万元，共计 6.60 元。", "error"),
        ("为 126 名队员投保，每人 1250 元，共计 15.75 亿元。", "error"),
        ("购置电脑 12 台，单价 0.55 万元，共计 6.90 万元。", "warning"),
        ("为 126 名队员投保，每人 1250 元，共计 15.57 万元。", "warning"),
        ("检修 3 次，每次 12.345 万元，共计 37.05 万元。", "hint"),
    ],
)
def test_a_wrong_unit_a_wrong_digit_and_a_wrong_last_place_are_told_apart(text: str, expected: str) -> None:
    assert said_by(RULE, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "购置电脑 12 台，单价 0.55 万元，共计 9.20 万元。",
        "购置电脑 12 台，单价约 0.55 万元，共计 6.90 万元。",
        "购置电脑 12 台；单价 0.55 万元，共计 6.90 万元。",
        "慰问 12 人，每人每月 550 元，共计 0.69 万元。",
        "购置电脑 12 台，每个 0.55 万元，共计 6.90 万元。",
        "购置电脑 10 台，每台 0.50 万元，打印机 4 台，每台 0.25 万元，共计 6.00 万元。",
    ],
)
def test_what_may_hold_other_money_or_has_no_exact_price_is_left_alone(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "资助学生 60 人，每人 500 元，两学期共计 6.00 万元。",
        "资助学生 60 人，每人 500 元，全年两次，共计 6.00 万元。",
        "每学期资助学生 60 人，每人 500 元，共计 6.00 万元。",
        "按月补助保洁员 50 人，每人 800 元，共计 8.00 万元。",
        "补助护林员 60 人，每人 500 元，三年共计 6.00 万元。",
        "油茶 3000 亩，每亩补助 500 元，已兑付共计 105 万元。",
    ],
)
def test_a_price_paid_several_times_makes_more_than_one_product(text: str) -> None:
    assert said_by(RULE, text) == []


@pytest.mark.parametrize("paid", ["一次性补助", "每人补助"])
def test_what_is_paid_once_is_one_product(paid: str) -> None:
    text = f"上学期慰问学生 20 人。全年{paid}学生 60 人，每人 500 元，共计 {{}} 万元。"

    assert held_by(RULE, text.format("3.00"))
    assert said_by(RULE, text.format("6.00")) == ["warning"]
