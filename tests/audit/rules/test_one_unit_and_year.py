import pytest

from tests.audit.accounts.account import Account
from tests.audit.said_by import held_by, said_by

RULE = "one_unit_and_year"
WHOLE = Account()


@pytest.mark.parametrize(
    "account",
    [
        WHOLE.named("03", "清河市测量队"),
        WHOLE.said("2023年度支出合计595.00", "2022年度支出合计595.00"),
    ],
)
def test_another_name_or_year_is_found(account: Account) -> None:
    assert said_by(RULE, str(account)) == ["warning"]


def test_another_unit_of_money_over_one_table_is_a_hint() -> None:
    assert said_by(RULE, str(WHOLE.unit("05", "元"))) == ["hint"]


@pytest.mark.parametrize(
    "account",
    [
        WHOLE,
        WHOLE.named("03", "清河市测绘中心本级"),
        WHOLE.said("2023年度支出合计595.00万元", "2023年度支出合计595.00万元，2022年度支出合计560.00万元"),
    ],
)
def test_short_names_and_a_comparison_with_last_year_pass(account: Account) -> None:
    assert said_by(RULE, str(account)) == []
    assert held_by(RULE, str(account))


def test_the_name_may_share_its_line_with_the_unit_of_money() -> None:
    text = str(WHOLE.named("03", "清河市测量队")).replace("\n单位：万元", "        单位：万元")

    assert said_by(RULE, text) == ["warning"]
