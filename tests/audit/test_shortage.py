"""The words that say that something was not fulfilled."""

from __future__ import annotations

import pytest

from yunguan.audit.shortage import missed_target, shortage, shortage_before_score


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("居民满意度88.4%,低于目标值95%", "低于目标值95%"),
        ("满意率87.00%，低于90%的目标值。", "低于90%的目标值"),
        ("占列养里程的83.6%，未达到85%的目标", "未达到85%的目标"),
        ("投诉率1.2%，低于目标值2%", ""),
        ("单位成本低于目标值", ""),
        ("未达到目标的不得分", ""),
        ("若未达到年度目标，酌情扣分", ""),
        ("培训场次未达到年初目标，已按规定调整目标", ""),
        ("满意度96%，高于目标值95%", ""),
    ],
)
def test_a_missed_target_is_heard_where_less_is_worse(text: str, words: str) -> None:
    assert missed_target(text) == words


def test_a_criterion_is_no_shortage() -> None:
    assert shortage_before_score("评分标准：全部完成得5分，未完成不得分；全部完成，得5分") == ""
    assert shortage_before_score("2所学校未按期完工，得5分") == "未按期"
