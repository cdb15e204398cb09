"""Amounts split into payments, to the fen."""

from __future__ import annotations

from random import Random

from yunguan.core.money import Money
from yunguan.demo.ledger import split


def test_the_parts_add_up_to_the_fen() -> None:
    whole = Money.yuan("10000.01")
    assert sum(split(Random(1), whole, 7, 50)) == whole


def test_all_but_the_last_part_are_round() -> None:
    parts = split(Random(1), Money.yuan("457000.50"), 3, 30, step=10_000)
    assert [part.in_fen % 10_000 for part in parts[:-1]] == [0, 0]
