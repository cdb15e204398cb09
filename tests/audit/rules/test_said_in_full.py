import pytest

from tests.audit.said_by import said_by

RULE = "said_in_full"
PAID = "项目资金500.00万元，实际支付480.00万元。"


@pytest.mark.parametrize(
    ("full", "paid"),
    [
        ("补助资金500.00万元已全部拨付到项目。", "资金共500.00万元，完成拨付480.00万元。"),
        ("补助资金500.00万元，足额发放到户。", "下达资金500.00万元，累计发放480.00万元。"),
        ("资金500万元已全部支出。", PAID),
    ],
)
def test_money_paid_in_full_has_no_smaller_amount_paid_of_it(full: str, paid: str) -> None:
    assert said_by(RULE, f"{full}\n\n{paid}") == ["warning"]
    assert said_by(RULE, f"{full}\n\n{paid.replace('480', '500')}") == []


@pytest.mark.parametrize(
    "full",
    [
        "项目资金500.00万元尚未全部支付。",
        "项目资金500.00万元，待验收合格后全部支付。",
        "项目资金500.00万元，确保年底前全部支出。",
        "项目资金500.00万元已全额拨付到位。",
        "项目资金600.00万元已全部支付。",
    ],
)
def test_what_is_still_to_be_paid_or_was_only_handed_on_may_be_spent_in_part(full: str) -> None:
    assert said_by(RULE, f"{full}\n\n{PAID}") == []


@pytest.mark.parametrize(
    "paid",
    [
        "截至6月底，项目资金500.00万元，实际支付480.00万元。",
        "项目资金500.00万元，上年实际支付480.00万元。",
        "项目资金500.00万元，实际支付约480.00万元。",
        "另一项500.00万元，实际支付480.00万元。",
    ],
)
def test_amounts_of_another_time_and_of_no_named_money_are_left_alone(paid: str) -> None:
    assert said_by(RULE, f"项目资金500.00万元已全部支付。\n\n{paid}") == []


@pytest.mark.parametrize(
    ("full", "paid", "expected"),
    [
        ("甲项目资金", "乙项目资金", []),
        ("2023年补助资金", "2022年补助资金", []),
        ("甲项目资金", "项目资金", ["warning"]),
        ("2023年补助资金", "2023年甲项目资金", ["warning"]),
    ],
)
def test_money_of_another_work_or_year_is_other_money(full: str, paid: str, expected: list[str]) -> None:
    text = f"{full}500.00万元已全部支出。\n\n{paid}500.00万元，实际支出480.00万元。"

    assert said_by(RULE, text) == expected
