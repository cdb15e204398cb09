"""Mobile numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.codes.mobile import mask, problem


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_eleven_digits_from_13_to_19_are_right_and_the_mask_hides_the_middle(text: str) -> None:
    assert problem(text) is None
    assert mask(text) == f"{text[:3]}****{text[-4:]}"


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "补填"),
        ("+8613812345678", "国家代码"),
        ("１3812345678", "半角的“1”"),
        ("138-1234-5678", "第 4 个字符“-”"),
        ("138 1234 5678", "删去"),
        ("1381234567O", "“0”"),
        ("1381234567", "现有 10 位"),
        ("12812345678", "“12”"),
        ("13812345678.0", "“.”不能用"),
    ],
)
def test_each_fault_is_named_with_its_remedy(text: str, remedy: str) -> None:
    assert re.search(remedy, problem(text) or "")


def test_a_number_too_short_to_hide_is_hidden_whole() -> None:
    assert mask("1381234") == "*******"
