"""Falls are of all at most, and are not told by a word and a minus at once."""

from __future__ import annotations

import pytest

from tests.audit.said_by import said_by

RULE = "how_far_it_fell"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("投诉量下降133.1%。", ["error"]),
        ("接待费降幅为120%。", ["error"]),
        ("投诉量下降100%。", []),
        ("投诉量增长133.1%。", []),
        ("差错率下降133.1‰。", []),
        ("下降后的投诉量为上年的133.1%。", []),
        ("压减率要达到120%以上。", []),
        ("净利润同比下降233.1%。", []),
        ("事业结余9.00万元，同比下降233.1%。", []),
    ],
)
def test_nothing_falls_by_more_than_all_of_it(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("寄递业务收入29.20亿元，同比下降-5.9%。", ["warning"]),
        ("寄递业务收入29.20亿元，同比下降5.9%。", []),
        ("寄递业务收入29.20亿元，同比增长-5.9%。", []),
    ],
)
def test_a_fall_is_told_by_a_word_or_by_a_minus(text: str, expected: list[str]) -> None:
    assert said_by(RULE, text) == expected
