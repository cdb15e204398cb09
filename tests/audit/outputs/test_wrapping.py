from hypothesis import given
from hypothesis import strategies as st

from yunguan.audit.outputs.wrapping import columns, plain, wrapped

SENTENCE = "全年支出写的是1234.56万元，基本支出与项目支出之和是1234.50万元，相差0.06万元。"


def test_no_line_is_wider_than_the_terminal() -> None:
    assert max(columns(line) for line in wrapped(SENTENCE, 24, "  ")) <= 24


def test_a_number_is_not_parted_and_no_mark_begins_a_line() -> None:
    lines = list(wrapped(SENTENCE, 24))

    assert "1234.56" in "|".join(lines)
    assert all(line[0] not in "，。" for line in lines)


def test_a_pipe_gets_the_line_whole() -> None:
    assert list(wrapped(SENTENCE, None, "  ")) == ["  " + SENTENCE]


def test_what_steers_a_terminal_is_made_harmless() -> None:
    assert plain("\x1b[31m红\u202e") == "·[31m红·"


@given(st.text(), st.integers(min_value=12, max_value=60))
def test_nothing_but_blanks_is_lost(text: str, width: int) -> None:
    lines = list(wrapped(text, width))

    assert "".join("".join(lines).split()) == "".join(plain(text).split())
