from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.audit.quantities import scan


def said(text: str) -> list[tuple[str, str]]:
    return [(f"{quantity.value.normalize():f}", quantity.unit) for quantity in scan(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支出 1，238.04 万元", ("1238.04", "万元")),
        ("支出3,518.85元", ("3518.85", "元")),
        ("培训２．８万人", ("28000", "人")),
        ("投资1.2亿元", ("1.2", "亿元")),
        ("提高3.5个百分点", ("3.5", "个百分点")),
        ("合格率仅为 40% 左右", ("40", "%")),
        ("驾校两所", ("2", "所")),
        ("产出指标 48.5 分", ("48.5", "分")),
        ("绩效指标15个", ("15", "个")),
        ("队员二十三名", ("23", "名")),
        ("约 2000 余名", ("2000", "名")),
    ],
)
def test_a_number_is_read_as_written(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "2023年6月5日",
        "2024-04-03",
        "第22个安全生产月",
        "某交安字〔2023〕43号",
        "某交安字【2023】43号",
        "打造 116 路、127 路、147 路",
        "至10月底",
        "受理“12345”热线",
        "1. 规范管理",
        "四个意识，一起努力，万一发生",
        "获三等奖",
        "附件 2",
        "指标2：",
        "“1+2+N”模式",
        "早上 8:30 开始，12:05:30 到达",
        "指标 12、",
        "https://example.org/12/345",
    ],
)
def test_dates_ordinals_codes_and_routes_are_no_quantities(text: str) -> None:
    assert said(text) == []


def test_two_numbers_on_both_sides_of_a_comma_stay_two() -> None:
    assert said("得分20，100%完成") == [("20", ""), ("100", "%")]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("68%", "67.5", "68.5"),
        ("7.5万元", "7.45", "7.55"),
        ("936人次", "936", "936"),
        ("约40%", "35", "45"),
        ("近5亿元", "4", "5"),
        ("2000余名", "2000", "3000"),
        ("2.8万人", "27500", "28500"),
    ],
)
def test_a_printed_number_stands_for_an_interval(text: str, low: str, high: str) -> None:
    (quantity,) = scan(text)

    assert (quantity.low, quantity.high) == (Decimal(low), Decimal(high))


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["万元", "元", "%", "亿元"]))
def test_every_amount_is_read_back(value: Decimal, unit: str) -> None:
    (quantity,) = scan(f"支出{value}{unit}。")

    assert (quantity.value, quantity.unit) == (value, unit)


@given(st.integers(0, 10**9))
def test_separators_change_nothing(value: int) -> None:
    (quantity,) = scan(f"支出{value:,}万元。")

    assert quantity.value == value


@given(st.text(alphabet="0123456789.,，、％%万亿元年月日人次约余第一二十百（）()“”-—至 \n", max_size=60))
def test_no_text_breaks_the_parser(text: str) -> None:
    for quantity in scan(text):
        assert text[quantity.start : quantity.end].strip() == quantity.text
        assert quantity.low <= quantity.value <= quantity.high


def test_the_overloading_of_lorries_is_no_more_than() -> None:
    assert [quantity.approximate for quantity in scan("联合治超723次，超700次。")] == [False, True]
