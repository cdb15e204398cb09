"""Scores as figures, so that a sentence of the report can state them and be traced: ``score.`` and the subject."""

from __future__ import annotations

from yunguan.core.figure import Figure, Operand, Origin
from yunguan.core.period import Kind, Period
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.scheme_text import digest
from yunguan.evaluation.scored import ScoredScheme
from yunguan.evaluation.selectors import NoScheme, score, subjects

PREFIX = "score."


def score_figure(name: str, period: Period, scope: Scope = EVERYTHING) -> Figure | None:
    """The score of a subject as a figure in 分; None where the name is none of a score.

    Its value is None as long as an item has no score (a sum that lacks something is no score), for a period that is no
    year, and where no scheme holds.
    """
    subject, year = name.removeprefix(PREFIX), period.first.year
    known = subjects(year)
    if not name.startswith(PREFIX) or subject not in known:
        return None
    if period.kind is not Kind.YEAR:
        return _none(name, known[subject], period, "绩效自评按年度计分，请按年度查询。")
    try:
        return _figure(name, period, score(year, subject, scope))
    except NoScheme as fault:
        return _none(name, known[subject], period, str(fault))


def _figure(name: str, period: Period, tree: ScoredScheme) -> Figure:
    if tree.open_items:
        lacking = "、".join(each.item.title for each in tree.open_items)
        return _none(name, tree.subject, period, f"还有指标没有得分：{lacking}。")
    return Figure(
        id=name,
        title=_title(tree.subject),
        unit="分",
        period=period,
        as_of=period.last,
        value=tree.score,
        origin=Origin.COMPUTED,
        formula=f"按《{tree.scheme.title}》逐项计分之和，满分 {tree.points} 分",
        definition=digest(tree.scheme)[:16],
        section="finance",
        operands=tuple(Operand(child.group.title, child.score) for child in tree.children),
    )


def _none(name: str, subject: str, period: Period, why: str) -> Figure:
    return Figure(name, _title(subject), "分", period, period.last, None, None, "", "", "finance", why_none=why)


def _title(subject: str) -> str:
    return f"{subject}绩效自评得分"
