"""The score tree as a table: a line an item, with the cells of the levels above it merged over their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yunguan.evaluation.scored import ScoredGroup, ScoredItem, ScoredScheme


@dataclass(frozen=True)
class Head:
    """A merged cell of a first- or second-level indicator: its words, sums, and how many lines it spans."""

    title: str
    points: Decimal
    score: Decimal | None
    span: int


@dataclass(frozen=True)
class Line:
    """One item; the heads stand only in the first line that they span."""

    leaf: ScoredItem
    first: Head | None
    second: Head | None


def lines_of(tree: ScoredScheme) -> list[Line]:
    """The lines of a scored tree, in order."""
    return [line for block in tree.children for line in _of_block(block)]


def _of_block(block: ScoredGroup) -> Iterator[Line]:
    first: Head | None = _head(block)
    for child in block.children:
        second: Head | None = _head(child) if isinstance(child, ScoredGroup) else Head("", child.points, child.score, 1)
        for leaf in child.items():
            yield Line(leaf, first, second)
            first = second = None


def _head(group: ScoredGroup) -> Head:
    return Head(group.group.title, group.points, group.score, len(list(group.items())))
