"""Money keeps every fen."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.money import Money

FEN = st.integers(-(10**15), 10**15)


@given(st.lists(FEN))
def test_a_sum_of_money_is_the_sum_of_its_fen(amounts: list[int]) -> None:
    assert sum((Money.fen(n) for n in amounts), Money.fen(0)).in_fen == sum(amounts)


@given(FEN, FEN)
def test_taking_away_what_was_added_gives_back_the_same(one: int, two: int) -> None:
    assert Money.fen(one) + Money.fen(two) - Money.fen(two) == Money.fen(one)


@given(FEN, FEN)
def test_money_is_ordered_like_its_fen(one: int, two: int) -> None:
    assert (Money.fen(one) < Money.fen(two)) == (one < two)


@given(FEN)
def test_wan_yuan_and_fen_are_one_amount(fen: int) -> None:
    money = Money.fen(fen)
    assert Money.wan(money.in_wan) == Money.yuan(money.amount) == Money.yuan(str(money.amount)) == money


def test_four_amounts_that_floats_get_wrong_add_up() -> None:
    parts = [Money.wan(text) for text in ("1058.14", "149.95", "348.97", "1.68")]
    assert sum(parts) == Money.wan("1558.74")


def test_two_decimals_are_always_kept() -> None:
    assert str(Money.yuan(9).amount) == "9.00"
    assert str(Money.yuan("9.500").amount) == "9.50"
    assert Money.yuan("-0.00").format_yuan() == "0.00元"


def test_a_ledger_and_a_report_print_their_own_way() -> None:
    total = Money.wan("1594.54")
    assert total.format_yuan() == "15,945,400.00元"
    assert total.format_wan() == "1594.54万元"
    assert str(total) == "15,945,400.00元"


def test_wan_rounds_half_up() -> None:
    assert Money.yuan("12345").format_wan(1) == "1.2万元"
    assert Money.yuan("12350").format_wan(2) == "1.24万元"
    assert Money.yuan("-12350").format_wan(2) == "-1.24万元"
    assert Money.yuan("5000").format_wan(0) == "1万元"
    assert Money.yuan("-10").format_wan() == "0.00万元"


@pytest.mark.parametrize("value", [1.5, 1.0, True, None, b"1"])
def test_what_may_have_lost_its_fen_is_refused(value: Any) -> None:
    for build in (Money, Money.yuan, Money.wan, Money.fen):
        with pytest.raises(TypeError, match="请用"):
            build(value)


@pytest.mark.parametrize(
    "value",
    ["", "１２", "1,000", "1e3", " 1", "²", "0.001", "-0.001", "NaN", Decimal("NaN"), Decimal("Infinity"), 10**16],
)
def test_what_is_not_an_amount_is_refused(value: str | Decimal | int) -> None:
    with pytest.raises(ValueError, match=r"金额"):
        Money.yuan(value)


def test_a_part_of_a_fen_is_refused_in_wan_too() -> None:
    assert Money.wan("0.000001") == Money.fen(1)
    with pytest.raises(ValueError, match="一分"):
        Money.wan("0.0000001")


@pytest.mark.parametrize("other", [0, 1, Decimal(1), "1"])
def test_money_does_not_mix_with_bare_numbers(other: object) -> None:
    with pytest.raises(TypeError):
        _ = Money.yuan(1) + other  # type: ignore[operator]
    with pytest.raises(TypeError):
        _ = Money.yuan(1) < other  # type: ignore[operator]
    assert Money.yuan(1) != other
