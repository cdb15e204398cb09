from hypothesis import given
from hypothesis import strategies as st

from yunguan.report.writers.printable import printable


@given(st.text())
def test_what_is_printable_can_be_written_as_utf_8(text: str) -> None:
    printable(text + "\ud800").encode("utf-8")


def test_a_control_character_becomes_visible() -> None:
    assert printable("甲\x00乙") == "甲\ufffd乙"


def test_rare_characters_are_kept() -> None:
    assert printable("䶮𠮷㐀") == "䶮𠮷㐀"


def test_line_breaks_become_a_space() -> None:
    assert printable("甲\r\n乙\u2028丙") == "甲 乙 丙"
