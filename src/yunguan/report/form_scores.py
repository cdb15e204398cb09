"""The score tree as rows of a form: two groups, what was promised, what was reached, points, score, reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from yunguan.core.figure import Figure
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.rule import told
from yunguan.evaluation.scored import ScoredGroup, ScoredItem, ScoredScheme
from yunguan.evaluation.selectors import NoScheme, score
from yunguan.report.form_facts import Cap, Known, ScoreRow, TargetRow

EXECUTION = "execution"
"""The rule whose item stands in the rows of money, apart from the indicators."""
Lookup = Callable[[str], Figure | None]


@dataclass(frozen=True)
class ScoreParts:
    """What the forms tell of one evaluation; all unknown where no scheme holds."""

    execution: ScoreRow | None = None
    rows: tuple[ScoreRow, ...] | None = None
    caps: tuple[Cap, ...] = ()
    targets: tuple[TargetRow, ...] | None = None
    levels: dict[str, tuple[str, str]] = field(default_factory=dict)


def score_parts(year: int, subject: str, figure: Lookup, scope: Scope = EVERYTHING) -> ScoreParts:
    """The evaluation of a subject as it stands."""
    try:
        return parts_of(score(year, subject, scope), figure)
    except NoScheme:
        return ScoreParts()


def parts_of(scored: ScoredScheme, figure: Lookup) -> ScoreParts:
    """A scored tree as rows; items that do not apply are left out, their points lie with the others."""
    leaves = [each for each in _leaves(scored) if each[2].applies]
    rows = [(each.item.rule.code, _row(first, second, each, figure)) for first, second, each in leaves]
    apart = [row for code, row in rows if code == EXECUTION]
    lone = apart[0] if len(apart) == 1 else None
    return ScoreParts(
        execution=lone,
        rows=tuple(row for _, row in rows if row is not lone),
        caps=_caps(scored),
        targets=tuple(_target(first, second, each) for first, second, each in leaves),
        levels={each.item.id: (first, second) for first, second, each in leaves},
    )


def _leaves(scored: ScoredScheme) -> Iterator[tuple[str, str, ScoredItem]]:
    """Every item with the titles of its groups; one that has no second group bears the first one's title twice."""
    for first in scored.children:
        for child in first.children:
            second = child.group.title if isinstance(child, ScoredGroup) else first.group.title
            yield from ((first.group.title, second, item) for item in child.items())


def _row(first: str, second: str, each: ScoredItem, figure: Lookup) -> ScoreRow:
    words = "；".join(part.strip("。；") for part in (each.remark.reason, each.remark.measure) if part)
    return ScoreRow(
        first,
        second,
        each.item.title,
        each.item.aim or None,
        _reached(each, figure),
        each.points,
        each.score,
        f"{words}。" if words else (None if each.reason_owed else ""),
    )


def _reached(each: ScoredItem, figure: Lookup) -> Known:
    """The figure where it is one, so that the number is the same wherever it stands."""
    found = figure(each.actual.figure) if each.actual.figure else None
    if found is not None and found.value is not None and found.value == each.actual.reached:
        return found
    return None if each.actual.reached is None else told(each.actual.reached, each.item.unit)


def _caps(scored: ScoredScheme) -> tuple[Cap, ...]:
    capped = scored.score is not None and scored.uncapped is not None and scored.score < scored.uncapped
    return (Cap(scored.score, scored.capped_by),) if capped else ()


def _target(first: str, second: str, each: ScoredItem) -> TargetRow:
    target = each.item.target
    basis = f"{target.source.label}：{target.basis}" if target.basis else target.source.label
    return TargetRow(first, second, each.item.title, each.item.aim or None, each.item.unit, each.item.points, basis)
