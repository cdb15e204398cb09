import pytest

from tests.audit.said_by import held_by, said_by

RULE = "table_changes"
TABLE = "对比表\n单位：万元\n项目\t{}\t{}\t增减额\t增减比例（%）\n总收入\t110.00\t100.00\t{}\t{}\n"


@pytest.mark.parametrize("years", [("本年数", "上年数"), ("2023年", "2022年")])
def test_a_change_that_follows_is_listed(years: tuple[str, str]) -> None:
    text = TABLE.format(*years, "10.00", "10.00")

    assert said_by(RULE, text) == []
    assert held_by(RULE, text)


@pytest.mark.parametrize(
    ("amount", "rate", "found"),
    [("12.00", "10.00", ["error"]), ("10.00", "12.00", ["error"]), ("-10.00", "10.00", ["error"])],
)
def test_a_change_that_does_not_follow_is_found(amount: str, rate: str, found: list[str]) -> None:
    assert said_by(RULE, TABLE.format("本年数", "上年数", amount, rate)) == found


def test_columns_that_are_no_two_years_are_left_alone() -> None:
    assert said_by(RULE, TABLE.format("预算数", "决算数", "1.00", "2.00")) == []
    assert not held_by(RULE, TABLE.format("预算数", "决算数", "1.00", "2.00"))


@pytest.mark.parametrize(("amount", "expected"), [("10.00", ["error"]), ("-10.00", [])])
def test_an_amount_without_the_minus_sign_of_its_rate_is_found(amount: str, expected: list[str]) -> None:
    text = TABLE.replace("110.00", "90.00").format("本年数", "上年数", amount, "-10.00")

    assert said_by(RULE, text) == expected


def test_a_fall_that_neither_amount_nor_rate_gives_a_sign_is_left_alone() -> None:
    text = TABLE.replace("110.00", "90.00").format("本年数", "上年数", "10.00", "10.00")

    assert said_by(RULE, text) == []
