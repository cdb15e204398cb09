import re

import pytest

from bench.audit import patterns
from bench.audit.patterns import slow


def test_no_pattern_takes_for_ever_on_its_own_words() -> None:
    assert len(patterns.patterns()) > 500
    assert list(slow(trials=150, seed=1)) == []


def test_a_group_with_two_ways_through_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = re.compile(r"上年(?:决算数?|数|支出)*$")
    monkeypatch.setattr(patterns, "patterns", lambda: {"twice": twice})

    assert [name for name, _ in slow(trials=4000, seed=1)] == ["twice"]
