"""Unified social credit codes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from yunguan.core.codes.uscc import organisation_code, problem, warning

KNOWN = ["91350100M000100Y43", "91110000802100433B", "91440300708461136T"]
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODIES = st.from_regex(rf"[159Y][1239][0-9]{{6}}[{ALPHABET}]{{9}}", fullmatch=True)


@pytest.mark.parametrize("text", KNOWN)
def test_published_codes_are_right(text: str) -> None:
    assert problem(text) is None
    assert warning(text) is None


@given(BODIES)
def test_a_code_with_its_check_character_is_right_and_gives_back_its_organisation(body: str) -> None:
    text = body + uscc.calc_check_digit(body)
    assert problem(text) is None
    assert organisation_code(text) == body[8:]


@given(BODIES, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(body: str, place: int, char: str) -> None:
    text = body + uscc.calc_check_digit(body)
    wrong = text[:place] + char + text[place + 1 :]
    assert (problem(wrong) is None) == (wrong == text)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "补填"),
        ("91350100m000100Y43", "大写的“M”"),
        ("91350100М000100Y43", "西里尔字母.*“M”"),
        ("91350100Μ000100Y43", "希腊字母.*“M”"),
        ("９1350100M000100Y43", "半角的“9”"),
        ("9135O100M000100Y43", "第 5 个字符“O”.*“0”"),
        ("9135I100M000100Y43", "“1”"),
        ("91350100 M000100Y43", r"U\+0020.*删去"),
        ("91350100-M000100Y43", "“-”不能用"),
        ("430400000012345", "注册号"),
        ("91350100M000100Y4", "现有 17 位"),
        ("9135A100M000100Y43", "区划代码"),
        ("91350100M000100Y44", "校验码"),
    ],
)
def test_each_fault_is_named_with_its_remedy(text: str, remedy: str) -> None:
    with pytest.raises(ValueError, match=remedy):
        organisation_code(text)
    assert re.search(remedy, problem(text) or "")


def test_an_organisation_part_that_fails_its_own_check_is_only_a_warning() -> None:
    body = "91350100M000100Y5"
    text = body + uscc.calc_check_digit(body)
    assert problem(text) is None
    assert "M000100Y5" in (warning(text) or "")
