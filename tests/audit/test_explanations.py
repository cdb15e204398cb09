"""Every rule explains itself, and its own examples are what it says they are."""

import re
from dataclasses import fields

import pytest

from yunguan.audit.explain import example_report
from yunguan.audit.explanation import Explanation
from yunguan.audit.pairs.pair import PairRule
from yunguan.audit.rule_catalogue import AnyRule, every_rule
from yunguan.core.finding import Contradiction

EACH = [pytest.param(rule, id=code) for code, rule in every_rule().items()]


@pytest.mark.parametrize("rule", EACH)
def test_a_rule_finds_what_its_caught_example_shows(rule: AnyRule) -> None:
    assert rule.code in {finding.rule for finding in example_report(rule, rule.explanation.caught).findings}


@pytest.mark.parametrize("rule", EACH)
def test_nothing_at_all_is_found_in_the_example_that_passes(rule: AnyRule) -> None:
    assert example_report(rule, rule.explanation.passed).findings == ()


@pytest.mark.parametrize("rule", EACH)
def test_only_what_is_proved_is_said_to_be_impossible(rule: AnyRule) -> None:
    for finding in example_report(rule, rule.explanation.caught).findings:
        said = re.sub("只有.*?才能(?:同时)?成立", "", finding.message)
        assert isinstance(finding, Contradiction) or "不能同时成立" not in said


@pytest.mark.parametrize("rule", EACH)
def test_an_explanation_is_told_in_whole_chinese_sentences(rule: AnyRule) -> None:
    for field in fields(Explanation):
        text = getattr(rule.explanation, field.name)
        if field.name != "beside" or isinstance(rule, PairRule):
            assert re.search(r"[\u4e00-\u9fff]{2}", text), field.name
            assert text.endswith("。") or "|" in text, field.name
