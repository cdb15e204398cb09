"""The character at fault is found wherever it stands."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from yunguan.core.codes.characters import DIGITS, LETTERS, masked, misfit

ALLOWED = DIGITS + LETTERS


@given(st.text(ALLOWED))
def test_text_of_allowed_characters_fits(text: str) -> None:
    assert misfit("代码", text, ALLOWED) is None


@given(st.text(ALLOWED), st.characters(exclude_characters=ALLOWED), st.text(ALLOWED))
def test_any_other_character_is_named_by_place_and_comes_with_a_remedy(head: str, char: str, tail: str) -> None:
    found = misfit("代码", head + char + tail, ALLOWED) or ""
    assert found.startswith(f"代码第 {len(head) + 1} 个字符")
    assert "请" in found
    assert char in found or f"U+{ord(char):04X}" in found


@given(st.sampled_from(ALLOWED))
def test_a_full_width_twin_is_told_its_own_half_width_form(char: str) -> None:
    twin = chr(ord(char) + 0xFEE0)
    assert unicodedata.normalize("NFKC", twin) == char
    assert f"请改成半角的“{char}”" in (misfit("代码", twin, ALLOWED) or "")


def test_look_alikes_are_told_the_letter_that_was_meant() -> None:
    for alike, letter in zip("АВЕКМНОРСТХΑΒΕΖΗΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXABEZHKMNOPTYX", strict=True):
        assert f"请改成英文字母“{letter}”" in (misfit("代码", alike, ALLOWED) or "")


@given(st.text(), st.integers(0, 6), st.integers(0, 6))
def test_a_mask_keeps_the_length_and_hides_at_least_as_much_as_the_head_shows(text: str, head: int, tail: int) -> None:
    shown = masked(text, head, tail)
    assert len(shown) == len(text)
    assert shown == "*" * len(text) or shown.count("*") >= head
