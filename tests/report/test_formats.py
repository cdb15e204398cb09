from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.report.formats import FORMATS, UnfitError

NUMBERS = st.decimals(min_value=-10_000_000, max_value=10_000_000, places=4, allow_nan=False)


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("integer", "21525", "21525"),
        ("integer", "-0", "0"),
        ("integer", "12.00", "12"),
        ("thousands", "21525", "21,525"),
        ("decimal1", "0.25", "0.3"),
        ("decimal2", "1.005", "1.01"),
        ("percent0", "68.4331", "68%"),
        ("percent0", "0.5", "1%"),
        ("percent0", "-0.2", "0%"),
        ("percent1", "17.5213", "17.5%"),
        ("percent2", "37.4352", "37.44%"),
        ("money", "320.70", "320.7"),
        ("money", "9.00", "9"),
        ("money", "0", "0"),
        ("money", "100", "100"),
        ("money", "1238.04", "1238.04"),
        ("money2", "9", "9.00"),
        ("chinese", "2", "二"),
        ("chinese", "0", "零"),
        ("chinese", "10", "十"),
        ("chinese", "15", "十五"),
        ("chinese", "110", "一百一十"),
        ("chinese", "1005", "一千零五"),
        ("chinese", "2020", "二千零二十"),
        ("ten_thousands", "28000", "2.8万"),
        ("ten_thousands", "28049", "2.8万"),
        ("absolute", "-22", "22"),
        ("change", "-22", "减少22%"),
        ("change", "7.5", "增长8%"),
        ("change", "0", "持平"),
    ],
)
def test_a_value_is_written_as_the_report_writes_it(name: str, value: str, shown: str) -> None:
    assert FORMATS.get(name).write(Decimal(value)) == shown


@pytest.mark.parametrize("name", ["integer", "thousands", "chinese"])
def test_a_whole_number_format_refuses_to_cut_decimals(name: str) -> None:
    with pytest.raises(UnfitError, match="不是整数"):
        FORMATS.get(name).write(Decimal("68.4"))


@pytest.mark.parametrize("value", ["-1", "10000"])
def test_a_numeral_outside_its_range_is_refused(value: str) -> None:
    with pytest.raises(UnfitError, match="0 至 9999"):
        FORMATS.get("chinese").write(Decimal(value))


@given(NUMBERS)
def test_money_is_within_half_a_fen_of_the_value(value: Decimal) -> None:
    shown = FORMATS.get("money").write(value)
    assert abs(Decimal(shown) - value) <= Decimal("0.005")
    assert not shown.endswith(".")


@given(st.integers(min_value=0, max_value=9999))
def test_no_two_numerals_are_alike(number: int) -> None:
    write = FORMATS.get("chinese").write
    assert write(Decimal(number)) != write(Decimal((number + 1) % 10_000))


def test_every_rounding_format_says_how_it_rounds() -> None:
    silent = {"integer", "thousands", "chinese"}
    assert {known.name for known in FORMATS if "四舍五入" not in known.label} == silent
