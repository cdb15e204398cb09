"""Every check explains itself, and its own examples are what it says they are."""

from __future__ import annotations

import re

import pytest

from yunguan.core.finding import Severity
from yunguan.evaluation.gate.check import Check, checks, inspect
from yunguan.evaluation.gate.example import case, row
from yunguan.evaluation.gate.limits import LIMITS

EACH = [pytest.param(each, id=each.code) for each in checks()]


@pytest.mark.parametrize("each", EACH)
def test_a_check_finds_what_its_caught_example_shows(each: Check) -> None:
    found = each.objections(each.caught.dossier)
    assert {objection.code for objection in found} == {each.code}
    assert found[0].severity is each.severity or each.code == "vague_target"


@pytest.mark.parametrize("each", EACH)
def test_nothing_at_all_is_found_in_the_example_that_passes(each: Check) -> None:
    assert inspect(each.passed.dossier) == ()


@pytest.mark.parametrize("each", EACH)
def test_a_check_is_told_in_whole_chinese_sentences(each: Check) -> None:
    for text in (each.why, each.silent, each.remedy, each.caught.words, each.passed.words):
        assert re.search(r"[\u4e00-\u9fff]{2}.*[。”]$", text), text
    for objection in each.objections(each.caught.dossier):
        assert objection.message.endswith("。")
        assert objection.place.where.startswith("部门整体支出绩效自评表 › ")


def test_what_blocks_is_told_first() -> None:
    found = inspect(case(row(reached="22", before=None)))
    assert [each.severity for each in found] == [Severity.ERROR, Severity.WARNING]
    assert [each.code for each in found] == ["missed_without_reason", "baseline_missing"]


def test_an_objection_is_told_with_place_quote_and_remedy() -> None:
    (found,) = inspect(case(row(reached="22", reason="考场停用。", measure="备用协议。")))
    told = found.as_json()
    assert (told["code"], told["severity"]) == ("generic_reason", "warning")
    assert (told["place"], told["quote"]) == ("部门整体支出绩效自评表 › 安全考核场次 › 偏差原因", "考场停用。")
    assert told["remedy"].startswith("写清楚")


def test_a_threshold_in_force_takes_the_place_of_the_declared_one() -> None:
    assert case().limit("gate.projects.score") == LIMITS["gate.projects.score"].value == 99
    assert case(limits={"gate.projects.score": 95}).limit("gate.projects.score") == 95
