"""Vehicle identification numbers only warn."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.codes.vin import check_digit, warning

ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"


def test_a_published_number_is_right() -> None:
    assert warning("1M8GDM9AXKP042788") is None


@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_a_number_with_its_check_digit_is_right(text: str) -> None:
    assert warning(text[:8] + check_digit(text) + text[9:]) is None


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "补填"),
        ("1M8GDM9AXKP04278", "现有 16 位"),
        ("1M8GDM9AXKPO42788", "“O”.*“0”"),
        ("IM8GDM9AXKP042788", "“I”.*“1”"),
        ("1m8GDM9AXKP042788", "大写的“M”"),
        ("1М8GDM9AXKP042788", "西里尔字母"),
        ("１M8GDM9AXKP042788", "半角"),
        ("1M8GDM9A1KP042788", "校验码.*挂车"),
    ],
)
def test_each_doubt_is_named_with_its_remedy(text: str, remedy: str) -> None:
    assert re.search(remedy, warning(text) or "")
