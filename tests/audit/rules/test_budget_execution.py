import pytest

from tests.audit.reading_of import audited
from tests.audit.said_by import held_by, said_by

RULE = "budget_execution"


@pytest.mark.parametrize(
    "text",
    [
        "年初预算 200 万元，全年执行数 150.5 万元，执行率 75.25%。",
        "年初预算 100 万元，调整后预算 80 万元，实际支出 76 万元，执行率 95%。",
        "三公经费决算 8 万元，为预算 10 万元的 80%。",
        "严控“三公”经费，全年预算安排11.80万元，决算9.32万元，控制率78.98%。",
    ],
)
def test_a_rate_of_the_right_budget_is_listed(text: str) -> None:
    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("年初预算 200 万元，全年执行数 150.5 万元，执行率 95.25%。", "error"),
        ("年初预算 100 万元，调整后预算 80 万元，实际支出 76 万元，执行率 76%。", "warning"),
        ("严控“三公”经费，全年预算安排11.80万元，决算9.32万元，控制率98.98%。", "error"),
        ("年初预算为 0 万元，全年预算为 80 万元，支出决算为 76 万元，完成年初预算的 95%。", "error"),
    ],
)
def test_a_rate_of_another_budget_is_found(text: str, severity: str) -> None:
    assert said_by(RULE, text) == [severity]


@pytest.mark.parametrize("name", ["结转控制率", "预算控制率"])
def test_control_of_what_is_left_or_added_is_another_rate(name: str) -> None:
    assert said_by(RULE, f"年初预算 20 万元，本年支出 10 万元，{name} 20%。") == []


def test_a_chain_that_does_not_say_its_result_is_left_alone() -> None:
    assert said_by(RULE, "年初预算 100 万元，追加 20 万元，执行数 108 万元，执行率 90%。") == []


def test_the_budget_of_the_total_is_not_the_budget_of_an_item_behind_it() -> None:
    text = (
        "三公经费年初预算为 22.00 万元，支出决算为 8.80 万元，完成预算的 40.00%，"
        "其中：公务接待费决算为 0.30 万元，完成预算的 3.75%。"
    )

    assert audited(text).findings == ()


@pytest.mark.parametrize("left", ["未支付", "尚未支出", "未拨付", "还有未使用"])
def test_what_was_paid_and_what_was_not_are_the_whole(left: str) -> None:
    text = f"实际支付 90.00 万元，{left} 10.00 万元，支付率 {{}}%。"

    assert held_by("budget_execution", text.format(90))
    assert said_by("budget_execution", text.format(90)) == []
    assert said_by("budget_execution", text.format(95)) == ["error"]


@pytest.mark.parametrize(("rate", "expected"), [("45", []), ("90", ["error"])])
def test_a_budget_told_before_is_the_whole_and_a_wrong_rate_is_told_once(rate: str, expected: list[str]) -> None:
    text = f"预算 200.00 万元，实际支出 90.00 万元，未支付 10.00 万元，执行率 {rate}%。"

    assert said_by("budget_execution", text) == expected


def test_what_is_left_but_not_said_to_be_unpaid_makes_no_whole() -> None:
    assert said_by("budget_execution", "实际支出 90.00 万元，结余 10.00 万元，执行率 95%。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("接待费支出决算0万元，完成预算的100%。", ["error"]),
        ("接待费支出决算 0 万元，完成年初预算的 100%。", ["error"]),
        ("接待费支出决算 0 万元，预算完成率为 100%。", ["error"]),
        ("接待费年初预算0万元，支出决算0万元，完成年初预算的100%。", ["error"]),
        ("接待费支出决算0万元，完成预算的0%。", []),
        ("年末结余0万元，预算完成率为100%。", []),
        ("全年超支0万元，预算执行率100%。", []),
        ("年中追加0万元，完成预算的100%。", []),
        ("接待费支出决算5.00万元，完成预算的100%。", []),
        ("接待费年初预算0万元，完成预算的100%。", []),
        ("接待费支出决算0万元。绩效目标完成100%。", []),
        ("接待费支出决算0万元，用于接待，完成预算的100%。", []),
        ("接待0人，完成预算的100%。", []),
    ],
)
def test_of_nothing_spent_there_is_no_rate_but_nothing(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected
