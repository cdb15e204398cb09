"""偏差原因具体."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said, told
from yunguan.evaluation.gate.example import case, row

CODE = "generic_reason"
WHY = "下半年考场改造停用两个月，有两场改到次年1月。"


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("受疫情影响。", ["warning"]),
        ("客观原因导致未完成目标", ["warning"]),
        ("考场停用。", ["warning"]),
        (WHY, []),
        ("", []),
    ],
)
def test_a_reason_says_what_happened_to_this_item(reason: str, expected: list[str]) -> None:
    assert said(CODE, case(row(reached="22", reason=reason))) == expected


@pytest.mark.parametrize(("number", "expected"), [(2, []), (3, ["warning"])])
def test_the_same_words_at_several_items_are_asked_about_once(number: int, expected: list[str]) -> None:
    rows = [row(name=f"output.quantity.n{each}", title=f"第{each}项", reason=WHY) for each in range(number)]
    assert said(CODE, case(*rows)) == expected


def test_the_items_that_share_a_reason_are_named() -> None:
    rows = [row(name=f"output.quantity.n{each}", title=f"第{each}项", reason=WHY) for each in range(3)]
    assert "“第0项”、“第1项”、“第2项”共 3 项" in told(CODE, case(*rows))
