"""Plates of operators' vehicles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.codes.plate import PlateKind, kind, problem

SERIALS = {
    PlateKind.ORDINARY: "[A-HJ-NP-Z0-9]{5}",
    PlateKind.NEW_ENERGY_SMALL: "[A-HJK][A-HJ-NP-Z0-9][0-9]{4}",
    PlateKind.NEW_ENERGY_LARGE: "[0-9]{5}[A-HJK]",
    PlateKind.TRAILER: "[A-HJ-NP-Z0-9]{4}挂",
    PlateKind.LEARNER: "[A-HJ-NP-Z0-9]{4}学",
}
FULL_WIDTH = str.maketrans({n: n + 0xFEE0 for n in range(0x21, 0x7F)})


@pytest.mark.parametrize("expected", PlateKind)
@given(data=st.data())
def test_a_plate_is_of_the_kind_it_was_made_as(expected: PlateKind, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(f"[湘京粤][A-HJ-NP-Z]{SERIALS[expected]}", fullmatch=True))
    assert problem(text) is None
    assert kind(text) is expected
    assert problem(text.translate(FULL_WIDTH)) is not None


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "补填"),
        ("湘DＡ1234", "第 3 个字符“Ａ”是全角.*半角的“A”"),
        ("湘D·A1234", "“·”不能用"),
        ("湘DА1234", "西里尔字母.*英文字母“A”"),
        ("湘D12\u200b345", r"看不见的字符（U\+200B）.*删去"),
        ("湘D12\u202e345", r"U\+202E.*删去"),
        ("湘D 12345", "删去"),
        ("湘D\xa012345", "删去"),
        ("湘d12345", "大写的“D”"),
        ("湘DO2345", "第 3 个字符“O”.*“0”"),
        ("湘DI2345", "“1”"),
        ("D12345", "省份简称"),
        ("1湘D2345", "省份简称"),
        ("浏D12345", "“浏”"),
        ("湘112345", "发牌机关"),
        ("湘", "现有 1 位|发牌机关"),
        ("湘D1234", "现有 6 位"),
        ("湘DL12345", "新能源"),
        ("湘D123456", "新能源"),
        ("湘D挂1234", "序号“挂1234”"),
        ("湘D1234警", "警车.*不能登记"),
        ("粤Z1234港", "入出境"),
    ],
)
def test_each_fault_is_named_with_its_remedy(text: str, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        kind(text)
    assert re.search(remedy, problem(text) or "")
