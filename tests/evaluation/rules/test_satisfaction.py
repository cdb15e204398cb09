"""Answers count, and how many there are."""

from __future__ import annotations

import pytest

from tests.evaluation.judging import judged
from yunguan.evaluation.rule import Sample
from yunguan.evaluation.rules.satisfaction import Satisfaction


@pytest.mark.parametrize(
    ("reached", "sample", "owed"),
    [
        ("95", Sample(200, 190), False),
        ("95", Sample(20, 19), True),  # too few answers
        ("95", None, True),  # no answers to show
        ("80", Sample(200, 160), True),  # below the target
    ],
)
def test_a_small_sample_or_none_owes_a_reason(reached: str, sample: Sample | None, *, owed: bool) -> None:
    assert judged(Satisfaction(), "90", reached, sample=sample).reason_owed is owed


def test_the_sample_is_told() -> None:
    assert "有效答卷 200 份，其中满意 190 份" in judged(Satisfaction(), "90", "95", sample=Sample(200, 190)).says


def test_without_answers_nothing_is_scored() -> None:
    assert judged(Satisfaction(), "90", None).share is None
