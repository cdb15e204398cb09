"""What holds of every rule: monotone in the right direction, never above all, never below nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation.judging import aim
from yunguan.evaluation.rule import Rule, Target, rule_kinds
from yunguan.evaluation.rules.at_least import AtLeast
from yunguan.evaluation.rules.at_most import AtMost
from yunguan.evaluation.rules.banded import Banded, Step
from yunguan.evaluation.rules.equal import Equal
from yunguan.evaluation.rules.execution import Execution
from yunguan.evaluation.rules.qualitative import Qualitative
from yunguan.evaluation.rules.satisfaction import Satisfaction
from yunguan.evaluation.rules.stepped import Stepped
from yunguan.evaluation.settings import Settings

NUMBERS = st.decimals(-1000, 1000, places=2)
BANDS = Banded((Step(Decimal(0), Decimal(8)), Step(Decimal(30), Decimal(2))), Decimal(8))
RISING: tuple[Rule, ...] = (AtLeast(), Satisfaction(), Execution(), Qualitative(), Stepped(below=True))
FALLING: tuple[Rule, ...] = (AtMost(), Stepped(), BANDS)


def _share(rule: Rule, target: Target, reached: Decimal) -> Decimal:
    found = rule.judge(target, reached, Settings()).share
    assert found is not None
    return found


@given(st.sampled_from(RISING), NUMBERS, NUMBERS, NUMBERS)
def test_where_more_is_better_more_never_earns_less(rule: Rule, target: Decimal, one: Decimal, two: Decimal) -> None:
    low, high = sorted((one, two))
    assert _share(rule, Target(target), low) <= _share(rule, Target(target), high)


@given(st.sampled_from(FALLING), NUMBERS, NUMBERS, NUMBERS)
def test_where_less_is_better_more_never_earns_more(rule: Rule, target: Decimal, one: Decimal, two: Decimal) -> None:
    low, high = sorted((one, two))
    assert _share(rule, Target(target), low) >= _share(rule, Target(target), high)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_the_nearer_to_an_equal_target_the_better(target: Decimal, one: Decimal, two: Decimal) -> None:
    near, far = sorted((one, two), key=lambda value: abs(value - target))
    assert _share(Equal(), Target(target), near) >= _share(Equal(), Target(target), far)


@given(st.sampled_from((*RISING, *FALLING, Equal())), NUMBERS, NUMBERS)
def test_no_share_leaves_its_bounds(rule: Rule, target: Decimal, reached: Decimal) -> None:
    assert 0 <= _share(rule, Target(target), reached) <= 1


@given(st.sampled_from((*RISING, *FALLING, Equal())), NUMBERS, NUMBERS)
def test_less_than_all_owes_a_reason_or_a_lower_grade(rule: Rule, target: Decimal, reached: Decimal) -> None:
    found = rule.judge(Target(target), reached, Settings())
    assert found.reason_owed or found.share == 1 or isinstance(rule, Qualitative | Stepped)


@pytest.mark.parametrize("kind", rule_kinds().values(), ids=rule_kinds())
def test_every_rule_has_a_name_and_says_nothing_without_evidence(kind: type[Rule]) -> None:
    found = kind().judge(aim("1"), None, Settings())
    assert kind.title
    assert found.share is None
    assert "未佐证" in found.says
