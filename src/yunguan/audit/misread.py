"""A table whose rows fail one identity row by row was not understood, which is said once instead of row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yunguan.audit.rule import Verdict
from yunguan.core.finding import Doubt, Finding, Hint, Relation

_FEWEST = 4


def unless_misread(verdicts: Iterable[Verdict], what: str) -> Iterator[Verdict]:
    """The verdicts on one identity of one table; where most fail, one doubt about `what` with all their numbers."""
    held = tuple(verdicts)
    failed = [each for each in held if isinstance(each, Finding) and not isinstance(each, Hint)]
    if len(failed) < _FEWEST or len(failed) <= sum(isinstance(each, Relation) for each in held):
        yield from held
        return
    message = f"表中{len(failed)}{what}都对不上，多半是表的栏目或结构没有认对，没有判定，请人工核对。"
    operands = tuple(operand for each in held for operand in each.operands)
    yield Doubt(message=message, places=failed[0].places, operands=operands)
