"""Folding: one wrong number that fails several relations is told once, and so are many hints of one kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yunguan.core.finding import Contradiction, Finding, Hint, Severity

_A_PAIR = 2
_MANY = 3
_ADVICE = "请"
_CAUSES = {"same_fact", "text_and_tables"}
_BY_DIFFERENCE = {"text_and_tables"}  # an effect only where it is wrong by just as much
_EFFECTS = {"table_totals", "total_equals_parts", "balance", "share_of_total"}


def folded(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings; a sum that fails only because of a number told twice unlike is folded into that."""
    left = list(findings)
    for cause in findings:
        if cause.rule not in _CAUSES or cause.severity is Severity.HINT or cause not in left:
            continue
        effects = [
            each for each in left if each.rule in _EFFECTS and each.severity is not Severity.HINT and _of(cause, each)
        ]
        if effects:
            left = [_joined(cause, effects) if each is cause else each for each in left if each not in effects]
    return tuple(_hints_together(left))


def _hints_together(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Three hints or more of one rule that give the same advice become one, at the place of the first."""
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for each in findings:
        if isinstance(each, Hint):
            alike[_likeness(each)].append(each)
    for each in findings:
        group = alike[_likeness(each)] if isinstance(each, Hint) else []
        if len(group) < _MANY:
            yield each
        elif each is group[0]:
            yield _one_hint(group)


def _likeness(hint: Finding) -> tuple[str, str]:
    """The rule, and the advice that ends the message."""
    return hint.rule, hint.message.rpartition(_ADVICE)[2]


def _one_hint(group: list[Finding]) -> Finding:
    places = dict.fromkeys(place for each in group for place in each.places)
    return replace(
        group[0],
        message=f"同样的情况有{len(group)}处，第一处是：{group[0].message}其余各处见引文。",
        places=tuple(places),
        operands=tuple(operand for each in group for operand in each.operands),
        expected=None,
        stated=None,
        difference=None,
    )


def _of(cause: Finding, effect: Finding) -> bool:
    """True where the number that the cause calls odd takes part in the effect, at the same place."""
    if cause.rule in _BY_DIFFERENCE and _unsigned(cause.difference) != _unsigned(effect.difference):
        return False
    suspects = cause.operands if len(cause.operands) == _A_PAIR else cause.operands[:1]
    return any(operand in effect.operands for operand in suspects) and any(
        place in effect.places for place in cause.places
    )


def _unsigned(difference: str | None) -> str:
    return (difference or "").lstrip("-")


def _joined(cause: Finding, effects: list[Finding]) -> Finding:
    """The cause with what follows from it; where one of them is proved, so is the whole."""
    every = (cause, *effects)
    kind = Contradiction if any(isinstance(each, Contradiction) for each in every) else type(cause)
    return kind(
        rule=cause.rule,
        severity=max((each.severity for each in every), key=lambda severity: severity.gravity),
        message=f"{cause.message}同一个数还使下列关系不成立：{''.join(each.message for each in effects)}",
        places=tuple(dict.fromkeys(place for each in every for place in each.places)),
        operands=tuple(dict.fromkeys(operand for each in every for operand in each.operands)),
        expected=cause.expected,
        stated=cause.stated,
        difference=cause.difference,
    )
