"""Numbers and dates as clerks write them: right, reported, or refused."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.numbers import (
    date_with_notes,
    decimal_of_cell,
    decimal_with_notes,
    read_date,
    read_decimal,
    round_half_up,
)

DECIMALS = st.decimals(-(10**14), 10**14, places=2)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
HAN = "〇一二三四五六七八九"


@given(DECIMALS)
def test_a_number_is_read_back_from_every_way_of_writing_it(number: Decimal) -> None:
    wide = f"{number:,}".translate(str.maketrans("0123456789,.-", "０１２３４５６７８９，．－"))
    assert read_decimal(str(number)) == read_decimal(f"{number:,}") == read_decimal(wide) == number


@given(DAYS)
def test_a_day_is_read_back_from_every_way_of_writing_it(day: date) -> None:
    year, month, dom = day.year, day.month, day.day
    forms = [
        day.isoformat(), f"{year}-{month}-{dom}", f"{year}.{month}.{dom}", f"{year}/{month}/{dom}",
        f"{year}年{month}月{dom}日", f"{year} 年 {month} 月 {dom} 日", f"{day:%Y%m%d}", f"{day} 00:00:00",
        "".join(HAN[int(char)] for char in str(year)) + f"年{han(month)}月{han(dom)}日",
    ]  # fmt: skip
    assert [read_date(form) for form in forms] == [day] * len(forms)


def han(number: int) -> str:
    tens, ones = divmod(number, 10)
    lead = {0: "", 1: "十"}.get(tens, HAN[tens] + "十")
    return lead + (HAN[ones] if ones else "")


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("１２，３４５．６", "12345.6", "全角"),
        ("−5", "-5", "全角"),
        (" 12 ", "12", "空格"),
        ("12\xa0", "12", "空格"),
        ("007", "7", "前面的零"),
    ],
)
def test_what_was_mapped_is_reported(text: str, value: str, note: str) -> None:
    read = decimal_with_notes(text)
    assert read.value == Decimal(value)
    assert note in "".join(read.notes)


def test_a_plain_number_needs_no_note() -> None:
    assert decimal_with_notes("1,594.54").notes == ()
    assert decimal_with_notes("0.5").notes == ()


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "补填"), ("  ", "补填"), ("²", "请"), ("12²", "请"), ("①", "请"), ("١٢", "请"),
        ("1\u200b2", "请"), ("1 2", "请"), ("(1,234)", "负号"), ("（1，234）", "负号"), ("68%", "百分号"),
        ("68％", "百分号"), ("1.2E+05", "科学"), ("1,23", "每三位"), ("12,34,567", "每三位"),
        ("1234,567", "每三位"), ("1,234.5,6", "每三位"), ("12万元", "单位"), ("3 家", "单位"),
        ("一百二十", "阿拉伯"), ("1.2.3", "请"), ("12。5", "请"), (".5", "请"), ("5.", "请"), ("--5", "请"),
        ("-", "请"), ("NaN", "请"), ("inf", "请"), ("0x10", "请"), ("1_000", "请"), ("1" * 29, "位数太多"),
        ("约300", "请"), ("12\n13", "请"),
    ],
)  # fmt: skip
def test_what_is_not_plainly_a_number_is_refused_with_a_remedy(text: str, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        read_decimal(text)


@given(st.text(max_size=12))
def test_any_text_is_either_a_number_in_digits_or_refused_in_chinese(text: str) -> None:
    try:
        value = read_decimal(text)
    except ValueError as complaint:
        assert "请" in str(complaint)  # noqa: PT017 - both outcomes are right
    else:
        assert value.is_finite()


@given(st.one_of(st.text(max_size=12), st.text("0123456789-/.年月日号〇一十 ", max_size=12), st.floats(), st.none()))
def test_anything_is_either_a_day_or_refused_in_chinese(value: object) -> None:
    try:
        day = read_date(value)
    except ValueError as complaint:
        assert "请" in str(complaint)  # noqa: PT017 - both outcomes are right
    else:
        assert type(day) is date


def test_a_cell_number_sheds_what_binary_fractions_add() -> None:
    assert decimal_of_cell(1058.14 + 149.95 + 348.97 + 1.68) == Decimal("1558.74")
    assert decimal_of_cell(936) == Decimal(936)
    assert decimal_of_cell(21525.0) == Decimal(21525)
    assert decimal_of_cell(-0.01) == Decimal("-0.01")


@pytest.mark.parametrize("value", [430402199001011234.0, 430402199001011234, 10**15, float("nan"), float("inf")])
def test_a_cell_number_that_may_have_lost_digits_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="文本"):
        decimal_of_cell(value)


@pytest.mark.parametrize("value", [True, "12", None])
def test_a_cell_that_holds_no_number_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="不是数字"):
        decimal_of_cell(value)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("２０２３．４．３", date(2023, 4, 3)),
        ("二〇二三年十二月三十一日", date(2023, 12, 31)),
        ("二○二三年十月二十日", date(2023, 10, 20)),
        ("二零二三年4月3号", date(2023, 4, 3)),
        (20230403, date(2023, 4, 3)),
        (20230403.0, date(2023, 4, 3)),
        (date(2023, 4, 3), date(2023, 4, 3)),
        (datetime(2023, 4, 3), date(2023, 4, 3)),  # noqa: DTZ001 - spreadsheets know no zone
        ("2024-02-29", date(2024, 2, 29)),
        ("2023-04-03T00:00:00", date(2023, 4, 3)),
    ],
)
def test_cells_that_state_a_day_are_read(value: object, day: date) -> None:
    assert read_date(value) == day
    assert type(read_date(value)) is date


def test_full_width_dates_are_reported() -> None:
    assert "全角" in "".join(date_with_notes("２０２３-04-03").notes)
    assert date_with_notes("2023-04-03").notes == ()


@pytest.mark.parametrize(
    ("value", "remedy"),
    [
        ("", "补填"), ("23-4-3", "四位年份"), ("23.04.03", "四位年份"), ("23年4月3日", "四位年份"),
        ("二三年四月三日", "四位年份"), ("4/3/2023", "先后不明"), ("03-04-2023", "先后不明"),
        ("2023-4", "补上具体日期"), ("2023年4月", "补上具体日期"), ("二〇二三年四月", "补上具体日期"),
        ("2023-02-29", "不存在"), ("2023.4.31", "不存在"), ("20231301", "不存在"),
        ("2023年13月1日", "不存在"), ("二〇二三年四月三一日", "不存在"), ("二〇二三年四月十十日", "不存在"),
        ("0023-04-03", "1900"), ("2023-4/3", "请写成"), ("45019", "是一个数"), (45019, "是一个数"),
        (59, "是一个数"), (60.0, "是一个数"), (2023.4, "补上具体日期"), (2023.1, "补上具体日期"),
        (45019.5, "是一个数"), ("2023-04-03 08:30", "时刻"), (None, "请写成"), (True, "请写成"),
        ("4月3日", "请写成"), ("长期", "请写成"), ("2023-04-0³", "请写成"),
        ("2023-04-03至2023-05-01", "请写成"), ("2\u200b023-04-03", "请写成"), (float("nan"), "请写成"),
        (datetime(2023, 4, 3, 8, 30), "时刻"),  # noqa: DTZ001 - spreadsheets know no zone
    ],
)  # fmt: skip
def test_what_is_not_plainly_a_day_is_refused_with_a_remedy(value: object, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        read_date(value)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("68.435", 2, "68.44"), ("-68.435", 2, "-68.44"), ("2.5", 0, "3"), ("0.125", 2, "0.13"), ("1", 2, "1.00")],
)
def test_a_half_rounds_away_from_zero(value: str, places: int, rounded: str) -> None:
    assert str(round_half_up(Decimal(value), places)) == rounded
