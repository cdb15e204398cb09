"""Identity numbers are right or refused with a remedy; never mended."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from yunguan.core.codes.identity_number import Sex, age, age_problem, birth_date, mask, problem, sex

RIGHT = "11010519491231002X"
BIRTHS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def number(region: str, born: date, serial: int) -> str:
    body = f"{region}{born:%Y%m%d}{serial:03d}"
    return body + ric.calc_check_digit(body + "0")


NUMBERS = st.builds(number, st.sampled_from(["430405", "430481", "110105", "810000"]), BIRTHS, st.integers(0, 999))


@given(st.sampled_from(["430405", "710000", "943156"]), BIRTHS, st.integers(0, 999))
def test_a_number_gives_back_the_birth_date_and_sex_it_was_made_of(region: str, born: date, serial: int) -> None:
    text = number(region, born, serial)
    assert problem(text) is None
    assert birth_date(text) == born
    assert sex(text) is (Sex.MALE if serial % 2 else Sex.FEMALE)


@given(NUMBERS, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_character_is_always_noticed(text: str, place: int, char: str) -> None:
    wrong = text[:place] + char + text[place + 1 :]
    assert (problem(wrong) is None) == (wrong == text)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("", "补填"),
        ("11010519491231002x", "大写的“X”"),
        ("11010519491231002Х", "西里尔字母.*英文字母“X”"),
        ("11010519491231002Ｘ", "全角.*半角的“X”"),
        ("１1010519491231002X", "第 1 个字符“１”.*半角的“1”"),
        ("1101051949123100²X", "半角的“2”"),
        ("11010519491231002X\u200b", r"第 19 个字符.*U\+200B.*删去"),
        ("\ufeff11010519491231002X", r"U\+FEFF.*删去"),
        (" 11010519491231002X", "空格.*删去"),
        ("11O10519491231002X", "第 3 个字符“O”.*“0”"),
        ("l1010519491231002X", "“l”.*“1”"),
        ("1101X519491231002X", "第 5 个字符“X”"),
        ("1.10105194912310E+17", "科学计数法.*文本"),
        ("110105491231002", "15 位.*18 位"),
        ("11010519491231002", "现有 17 位"),
        ("11010519490229002X", "出生日期“19490229”不存在"),
        ("11010518491231002X", "出生日期"),
        ("99010519491231002X", "地区代码"),
        ("110105194912310021", "校验码"),
    ],
)
def test_each_fault_is_named_with_its_remedy(text: str, remedy: str) -> None:
    assert re.search(remedy, problem(text) or "")
    with pytest.raises(ValueError, match=remedy):
        birth_date(text)
    with pytest.raises(ValueError, match=remedy):
        sex(text)


def test_the_number_that_a_float_spoils_is_refused() -> None:
    right = number("430402", date(1990, 1, 1), 123)
    assert problem(str(int(float(right[:-1] + "4")))) is not None


@pytest.mark.parametrize(
    ("on", "years"),
    [(date(2009, 12, 30), 59), (date(2009, 12, 31), 60), (date(2010, 1, 1), 60), (date(1949, 12, 30), -1)],
)
def test_age_counts_full_years(on: date, years: int) -> None:
    assert age(RIGHT, on) == years


def test_an_age_limit_is_held_against_a_day() -> None:
    assert age_problem(RIGHT, date(2010, 12, 30), at_most=60) is None
    assert "61 周岁" in (age_problem(RIGHT, date(2010, 12, 31), at_most=60) or "")
    assert "17 周岁" in (age_problem(RIGHT, date(1967, 12, 30), at_least=18) or "")
    assert "晚于" in (age_problem(RIGHT, date(1949, 1, 1)) or "")


def test_the_mask_shows_neither_birth_date_nor_serial() -> None:
    assert mask(RIGHT) == "1101************2X"
    assert mask("4304") == "****"
