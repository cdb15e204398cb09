"""Folding: one wrong number that fails several relations is told once, with all that it disagrees with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yunguan.core.finding import Finding, Severity

_A_PAIR = 2
_CAUSE = "same_fact"
_EFFECTS = {"table_totals", "total_equals_parts", "balance", "share_of_total"}


def folded(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings; a sum that fails only because of a number that `same_fact` holds against it is folded into that."""
    left = list(findings)
    for cause in findings:
        if cause.rule != _CAUSE or cause.severity is Severity.HINT or cause not in left:
            continue
        effects = [
            each for each in left if each.rule in _EFFECTS and each.severity is not Severity.HINT and _of(cause, each)
        ]
        if effects:
            left = [_joined(cause, effects) if each is cause else each for each in left if each not in effects]
    return tuple(left)


def _of(cause: Finding, effect: Finding) -> bool:
    """True where the number that the cause calls odd takes part in the effect, at the same place."""
    suspects = cause.operands if len(cause.operands) == _A_PAIR else cause.operands[:1]
    return any(operand in effect.operands for operand in suspects) and any(
        place in effect.places for place in cause.places
    )


def _joined(cause: Finding, effects: list[Finding]) -> Finding:
    places = dict.fromkeys((*cause.places, *(place for each in effects for place in each.places)))
    operands = dict.fromkeys((*cause.operands, *(operand for each in effects for operand in each.operands)))
    also = "".join(each.message for each in effects)
    return replace(
        cause,
        message=f"{cause.message}同一个数还使下列关系不成立：{also}",
        places=tuple(places),
        operands=tuple(operands),
    )
