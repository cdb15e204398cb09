"""Sums written out with signs: 合计 20 = 甲 12 + 乙 8."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from yunguan.audit.facts import Fact
from yunguan.audit.sums.lists import TextFacts
from yunguan.audit.sums.sum import Bond, Sum

_CLAUSE = re.compile(r"[^，,。；;：:()]+")
_NO_SUM = re.compile(r"[×÷*/≥≤]|\d\s*[-−]\s*\S*\d")


def equations(text: TextFacts) -> Iterator[Sum]:
    """Each side of an equals sign against the next, where one side is a number and the other a sum."""
    start, end = text.facts[0].sentence
    for clause in _CLAUSE.finditer(text.text, start, end):
        if "=" in clause[0] and not _NO_SUM.search(clause[0]):
            sides = list(_sides(text, clause))
            yield from (each for left, right in pairwise(sides) for each in _sum(left, right))


def _sides(text: TextFacts, clause: re.Match[str]) -> Iterator[list[Fact]]:
    left = clause.start()
    for part in clause[0].split("="):
        inside = [fact for fact in text.facts if left <= fact.quantity.start < left + len(part)]
        yield inside if len(inside) == part.count("+") + 1 else []
        left += len(part) + 1


def _sum(left: list[Fact], right: list[Fact]) -> Iterator[Sum]:
    single, several = (left, right) if len(left) == 1 else (right, left)
    if len(single) == 1 and len(several) > 1 and len({fact.family for fact in (*single, *several)} - {""}) <= 1:
        yield Sum(single[0], tuple((1, part) for part in several), Bond.EQUATION)
