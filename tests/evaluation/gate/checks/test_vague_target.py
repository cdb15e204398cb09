"""目标值可以核实."""

from __future__ import annotations

import pytest

from tests.evaluation.gate.objections import said
from yunguan.evaluation.declare import Yardstick
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.rule import Rule, Target, TargetSource
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.rules.qualitative import Qualitative
from yunguan.evaluation.rules.yes_no import YesNo

CODE = "vague_target"


@pytest.mark.parametrize(
    ("words", "rule", "expected"),
    [
        ("进一步加强监管", AtLeast(), ["error"]),
        ("", AtLeast(), ["error"]),
        ("进一步加强监管", Qualitative(), ["warning"]),
        ("符合相关规定", YesNo(), ["warning"]),
        ("较大事故不增加，形势平稳", Qualitative(), []),
        ("按规定时限公开", YesNo(), []),
    ],
)
def test_words_are_no_number_and_promises_are_no_target(words: str, rule: Rule, expected: list[str]) -> None:
    reached = True if isinstance(rule, YesNo) else "26"
    assert said(CODE, case(row(aim=Target(words=words), rule=rule, reached=reached))) == expected


def test_a_number_with_words_beside_it_is_a_target() -> None:
    known = Yardstick(TargetSource.PLAN, "计划").by(AtLeast(), "24", "考核明显增加到24场")
    assert said(CODE, case(row(aim=known.target))) == []


def test_the_clauses_of_a_check_list_say_what_is_meant() -> None:
    listed = Yardstick(TargetSource.STANDARD, "办法").listed(rules="有管理制度")
    assert said(CODE, case(row(aim=listed.target, rule=listed.rule, reached=frozenset({"rules"})))) == []
