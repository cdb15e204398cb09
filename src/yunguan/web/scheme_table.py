"""The tree of a scheme as a table: a line an item, with the groups above it merged over their lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from yunguan.evaluation.scheme import Group, Item, Scheme


@dataclass(frozen=True)
class Head:
    """A merged cell: the group (None where an item stands directly below the first level), over so many lines."""

    group: Group | None
    span: int


@dataclass(frozen=True)
class Line:
    """One item, None where a group has none; the heads stand only in the first line that they span."""

    item: Item | None
    first: Head | None
    second: Head | None


def lines_of(scheme: Scheme) -> list[Line]:
    """The lines of a scheme, in order."""
    return [line for block in scheme.groups for line in _of_block(block)]


def _of_block(block: Group) -> Iterator[Line]:
    rows = [row for child in block.children for row in _of_child(child)] or [(None, Head(None, 1))]
    for n, (item, second) in enumerate(rows):
        yield Line(item, Head(block, len(rows)) if n == 0 else None, second)


def _of_child(child: Group | Item) -> Iterator[tuple[Item | None, Head | None]]:
    if isinstance(child, Item):
        yield child, Head(None, 1)
        return
    items: list[Item | None] = list(child.items()) or [None]
    for n, item in enumerate(items):
        yield item, Head(child, len(items)) if n == 0 else None
