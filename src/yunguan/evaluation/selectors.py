"""Reads of the evaluation stage: which scheme holds for whom, and the scored tree as it stands."""

from __future__ import annotations

from yunguan.budget.selectors import running_projects
from yunguan.core.scope import EVERYTHING, Scope
from yunguan.evaluation.actuals import actuals_of
from yunguan.evaluation.scheme import DEPARTMENT, Scheme, SubjectKind, shipped
from yunguan.evaluation.scheme_text import from_data
from yunguan.evaluation.scored import Edit, Remark, Review, ScoredScheme
from yunguan.evaluation.scoring import Said, score_scheme
from yunguan.evaluation.tables import IN_USE, ItemEntry, ItemReview, SchemeEdition, Submission


class NoScheme(LookupError):  # noqa: N818 - an answer, not a fault
    """No scheme holds for the year and subject."""


def subjects(year: int) -> dict[str, str]:
    """Who is evaluated in a year, by code: the department, then each project that runs."""
    return {DEPARTMENT: "部门整体支出", **running_projects(year)}


def scheme_of(year: int, subject: str) -> Scheme:
    """The scheme by which a subject is scored: the edition in use, else the newest shipped one that is not of later.

    NoScheme where none is old enough.
    """
    edition = edition_in_use(year, subject)
    if edition is not None:
        return from_data(edition.content)
    kind = SubjectKind.DEPARTMENT if subject == DEPARTMENT else SubjectKind.PROJECT
    fitting = [each for each in shipped() if each.kind is kind and each.year <= year]
    if not fitting:
        msg = f"{year} 年没有可用的{kind.label}指标体系，请在“指标体系”中复制一份并启用。"
        raise NoScheme(msg)
    return max(fitting, key=lambda each: each.year)


def edition_in_use(year: int, subject: str) -> SchemeEdition | None:
    """The edition that a user put in use; None where a shipped scheme holds."""
    return SchemeEdition.objects.filter(year=year, subject=subject, state=IN_USE).first()


def entries_of(year: int, subject: str) -> dict[str, ItemEntry]:
    """What the unit said of the items, by item id."""
    found = ItemEntry.objects.filter(year=year, subject=subject).select_related("filled_by", "score_by")
    return {each.item: each for each in found}


def score(year: int, subject: str = DEPARTMENT, scope: Scope = EVERYTHING) -> ScoredScheme:
    """The scored tree of a subject as the records, returns and entries stand now. Raises NoScheme."""
    scheme, entries = scheme_of(year, subject), entries_of(year, subject)
    actuals = actuals_of(scheme, subject, year, entries, scope)
    title = subjects(year).get(subject, subject)
    return score_scheme(scheme, title, actuals, _said(year, subject, entries))


def submissions(year: int, subject: str) -> list[Submission]:
    """What was handed in, in order."""
    return list(Submission.objects.filter(year=year, subject=subject).select_related("by"))


def _said(year: int, subject: str, entries: dict[str, ItemEntry]) -> Said:
    edits = {
        name: Edit(each.score, str(each.score_by or "系统"), each.score_at, each.score_why)
        for name, each in entries.items()
        if each.score is not None and each.score_at is not None
    }
    reviews = ItemReview.objects.filter(year=year, subject=subject).select_related("by")
    return Said(
        edits,
        {each.item: Review(each.score, str(each.by), each.at, each.why) for each in reviews},
        {name: Remark(each.reason, each.measure) for name, each in entries.items()},
    )
