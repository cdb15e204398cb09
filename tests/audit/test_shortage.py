"""The words that say that something was not fulfilled."""

from __future__ import annotations

import pytest

from yunguan.audit.shortage import shortage


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("部分标段未完成", "未完成"),
        ("两家企业没有达到要求", "没有达到"),
        ("不存在未完成事项", ""),
        ("若未达到目标则扣分", ""),
        ("上年未完成的已补齐", ""),
        ("全部完成", ""),
    ],
)
def test_a_shortage_is_heard_and_a_denied_one_is_not(text: str, words: str) -> None:
    assert shortage(text) == words
