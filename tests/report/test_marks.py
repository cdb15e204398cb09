from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yunguan.report.marks import Mark, Place, UnknownFormatError, WrongDateError, split

PLACE = Place("06_performance.md", 12)
HOSTILE = (
    "{{7*7}}",
    "{{ plates.charter|integer }}",
    "{{plates.charter}}",
    "{{plates.charter|integer|upper}}",
    "{{plates.__class__.mro()|integer}}",
    "{{Plates.Charter|integer}}",
    "{{plates.charter@today|integer}}",
    "{{plates.charter@2023-11-3|integer}}",
    "{{ｐlates.charter|integer}}",
    "{{plates.charter@２０２３-11-30|integer}}",
    "{% import os %}",
    "${plates.charter}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{{plates.charter|integer}",
    "{{plates..charter|integer}}",
    "{{plates.charter\n|integer}}",
)


def test_a_mark_is_a_key_and_a_format() -> None:
    (mark,) = split("{{plates.charter|integer}}", PLACE)
    assert isinstance(mark, Mark)
    assert (mark.id, mark.pinned, mark.format.name, mark.place) == ("plates.charter", None, "integer", PLACE)


def test_a_mark_may_pin_an_as_of_date() -> None:
    (mark,) = split("{{plates.charter@2023-11-30|integer}}", PLACE)
    assert isinstance(mark, Mark)
    assert mark.key == ("plates.charter", date(2023, 11, 30))


def test_words_around_marks_stay_where_they_are() -> None:
    first, mark, last = split("发放{{plates.charter|integer}}块。", PLACE)
    assert (first, last) == ("发放", "块。")
    assert isinstance(mark, Mark)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_not_word_for_word_a_mark_stays_literal(text: str) -> None:
    assert list(split(text, PLACE)) == [text]


@given(st.text())
def test_any_text_without_marks_comes_back_unchanged(text: str) -> None:
    pieces = list(split(text, PLACE))
    assert "".join(piece for piece in pieces if isinstance(piece, str)) == text


@given(st.lists(st.sampled_from(["{{", "}}", "{", "}", "|", "@", "plates.charter", "2023-11-30", ".", " ", "'", "("])))
def test_pieces_of_the_grammar_in_any_order_never_become_anything_else(parts: list[str]) -> None:
    text = "".join(parts)
    assert list(split(text, PLACE)) == ([text] if text else [])


@given(before=st.text(), after=st.text())
def test_a_mark_is_found_in_any_surroundings(before: str, after: str) -> None:
    pieces = list(split(f"{before}{{{{plates.charter|integer}}}}{after}", PLACE))
    assert [piece.id for piece in pieces if isinstance(piece, Mark)] == ["plates.charter"]
    assert "".join(piece for piece in pieces if isinstance(piece, str)) == before + after


def test_an_unknown_format_is_named_with_its_place() -> None:
    with pytest.raises(UnknownFormatError, match=r"06_performance\.md 第 12 行.*“roman”不存在.*integer"):
        list(split("{{plates.charter|roman}}", PLACE))


def test_a_day_that_does_not_exist_is_named_with_its_place() -> None:
    with pytest.raises(WrongDateError, match=r"06_performance\.md 第 12 行.*2023-02-30"):
        list(split("{{plates.charter@2023-02-30|integer}}", PLACE))
