"""Names that look alike."""

from hypothesis import given
from hypothesis import strategies as st

from yunguan.registers.likeness import ALIKE, alike, core_of

NAMES = st.lists(st.text("衡阳顺达平安运输汽车县市", min_size=3, max_size=9), max_size=25)


def test_words_that_every_company_bears_and_signs_do_not_tell_companies_apart() -> None:
    assert core_of("衡阳顺达 运输有限公司") == core_of("衡阳顺达运输（有限责任公司）") == "衡阳顺达运输"


def test_a_letter_more_is_alike_and_another_name_is_not() -> None:
    names = [(1, "衡阳市顺达旅客运输有限公司"), (2, "衡阳市顺达旅客运输公司"), (3, "耒阳市平安货运有限公司")]
    assert [(first, second) for first, second, _ in alike(names)] == [(1, 2)]


def test_a_core_that_says_too_little_is_left_alone() -> None:
    assert list(alike([(1, "顺达公司"), (2, "顺达公司")])) == []


@given(NAMES)
def test_what_is_found_is_what_comparing_every_pair_finds(names: list[str]) -> None:
    keyed = list(enumerate(names))
    pieces = {key: {name[i : i + 2] for i in range(len(name) - 1)} for key, name in keyed}
    pairs = [(a, b) for a, _ in keyed for b, _ in keyed if a < b]
    expected = {(a, b) for a, b in pairs if len(pieces[a] & pieces[b]) / len(pieces[a] | pieces[b]) >= ALIKE}
    assert {(first, second) for first, second, _ in alike(keyed)} == expected
