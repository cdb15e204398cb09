import pytest

from tests.audit.said_by import held_by, said_by

RULE = "total_equals_parts"


@pytest.mark.parametrize(
    "text",
    [
        "到位资金 90.00 万元，实际支出 80.25 万元，结余资金 {} 万元。",
        "下达经费共计 90.00 万元，累计使用 80.25 万元，剩余资金 {} 万元。",
        "共安排资金 90.00 万元，实际支付 80.25 万元，未支出 {} 万元。",
    ],
)
def test_what_was_granted_less_what_was_paid_is_left(text: str) -> None:
    assert held_by(RULE, text.format("9.75"))
    assert said_by(RULE, text.format("9.57")) == ["warning"]


@pytest.mark.parametrize("left", ["3.33", "19.75"])
def test_what_is_left_of_more_than_was_granted_is_another_account(left: str) -> None:
    assert said_by(RULE, f"到位资金 90.00 万元，实际支出 80.25 万元，结余资金 {left} 万元。") == []


def test_other_money_between_grant_and_remainder_is_no_chain() -> None:
    text = "到位资金 90.00 万元，支出 80.25 万元，退回 2.00 万元，结余资金 9.57 万元。"

    assert said_by(RULE, text) == []


def test_done_and_not_done_are_told_once() -> None:
    assert said_by(RULE, "共安排资金 90.00 万元，已支付 80.25 万元，未支付 9.57 万元。") == ["warning"]
    assert said_by(RULE, "共安排资金 90.00 万元，已支出 80.25 万元，未支出 9.57 万元。") == ["warning"]


def test_money_of_the_budget_is_carried_over_like_all_money() -> None:
    text = "上年结转 10.00 万元，本年财政拨款收入 90.00 万元，本年财政拨款支出 80.00 万元，年末结转 {} 万元。"

    assert held_by(RULE, text.format("20.00"))
    assert said_by(RULE, text.format("25.00")) == ["error"]
