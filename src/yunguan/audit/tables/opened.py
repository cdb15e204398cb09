"""A total and the rows or columns that make it up, without those that only open up the one beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yunguan.audit.facts import Fact
from yunguan.audit.sums.sum import Bond, Sum

_FEWEST = 2
_LONGEST_RUN = 12
_MOST_PARTS = 200


def sum_of(total: Fact, parts: Iterable[Fact], bond: Bond = Bond.CLOSED) -> Sum:
    """The sum of these parts; without those that only open up the part beside them, where it holds so."""
    told = list(parts)
    whole = Sum(total, tuple((1, part) for part in told), bond)
    if whole.holds or whole.difference > 0:
        return whole
    made = (Sum(total, tuple((1, part) for part in kept), bond) for kept in _without_opened(told))
    return next((each for each in made if each.holds or each.rounding), whole)


def _without_opened(parts: list[Fact]) -> Iterator[list[Fact]]:
    """The parts without a run of two or more that comes to the part right beside it: 购置及运行, 购置, 运行.

    Among very many parts a run comes to the one beside it by chance, and nothing is left out.
    """
    if len(parts) > _MOST_PARTS:
        return
    for start, first in enumerate(parts):
        told = first.value
        for end in range(start + _FEWEST, min(len(parts), start + _LONGEST_RUN) + 1):
            told += parts[end - 1].value
            beside = (*parts[max(0, start - 1) : start], *parts[end : end + 1])
            if told and any(each.value == told for each in beside):
                yield [*parts[:start], *parts[end:]]
