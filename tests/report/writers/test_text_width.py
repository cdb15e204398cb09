import pytest

from yunguan.report.writers.text_width import lines, width


@pytest.mark.parametrize(("text", "wide"), [("", 0), ("abc", 3), ("中心", 4), ("（万元）", 8), ("61人", 4)])
def test_a_han_character_is_as_wide_as_two_digits(text: str, wide: int) -> None:
    assert width(text) == wide


@pytest.mark.parametrize(
    ("text", "count"), [("", 1), ("中心" * 5, 1), ("中心" * 5 + "年", 2), ("甲\n乙", 2), ("甲\n", 2)]
)
def test_a_text_takes_the_lines_that_it_needs(text: str, count: int) -> None:
    assert lines(text, 21) == count
