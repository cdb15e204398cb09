"""Self-evaluation: the subjects of a year with their scores, and the score tree of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from yunguan.evaluation.scored import ScoredScheme, added
from yunguan.evaluation.selectors import NoScheme, score, subjects, submissions
from yunguan.evaluation.services import may_write
from yunguan.evaluation.year_records import GOAL, SELF_EVALUATION, goals_of, self_evaluations_of
from yunguan.office.people import Role
from yunguan.registers.book import Book, books
from yunguan.registers.record import Record
from yunguan.web.access import EVALUATORS, books_open_to, open_to, person, scope, sees_budget
from yunguan.web.asked import EARLIEST, LATEST, asked
from yunguan.web.cells import tone_of
from yunguan.web.gate_table import objections_to
from yunguan.web.last_year import owed_answers
from yunguan.web.score_table import lines_of


@dataclass(frozen=True)
class Paper:
    """A record of the year cycle beside a score; ``opens`` where the account may look at it."""

    book: Book
    record: Record
    opens: bool

    @property
    def state(self) -> str:
        """How it stands, in words."""
        return self.book.workflow.labels[self.record.state]

    @property
    def tone(self) -> str:
        """The colour of that."""
        return tone_of(self.book, self.record.state)


@open_to(EVALUATORS)
@require_GET
def evaluation(request: HttpRequest) -> HttpResponse:
    """The department and the projects of a year, and what last year left to be answered."""
    about = asked(request)
    year = about.year
    goals, papers = _papers(request, GOAL, year), _papers(request, SELF_EVALUATION, year)
    rows = [
        {"code": code, "title": title, **_scored(year, code), "goal": goals.get(code), "paper": papers.get(code)}
        for code, title in subjects(year).items()
    ]
    context = {"about": about, "year": year, "rows": rows, "owed": owed_answers(request, year)}
    return render(request, "web/evaluation/list.html", context)


@open_to(EVALUATORS)
@require_GET
def evaluation_subject(request: HttpRequest, year: int, subject: str) -> HttpResponse:
    """The whole tree of one subject as a table."""
    tree = tree_for(year, subject)
    user, reviewed, leaves = person(request), tree.review_score, list(tree.items())
    mine = {each.item.id for each in leaves if may_write(each.item, user)}
    objections = objections_to(year, subject, tree)
    blocking = sum(each.objection.blocks for each in objections)
    context = {
        "year": year,
        "subject": subject,
        "tree": tree,
        "lines": lines_of(tree),
        "paper": _papers(request, SELF_EVALUATION, year).get(subject),
        "rounds": submissions(year, subject),
        "mine": mine,
        "marks": len(mine) < len(leaves),
        "reviews": user.role == Role.REVIEWER,
        "sees_budget": sees_budget(scope(request)),
        "owing": [each for each in leaves if each.reason_owed and not each.remark.reason],
        "computed": added(each.computed for each in leaves),
        "review_difference": None if reviewed is None or tree.uncapped is None else reviewed - tree.uncapped,
        "objections": objections,
        "blocking": blocking,
        "asking": len(objections) - blocking,
    }
    return render(request, "web/evaluation/subject.html", context)


def tree_for(year: int, subject: str) -> ScoredScheme:
    """The scored tree of a subject of that year, else 404."""
    if not EARLIEST <= year <= LATEST or subject not in subjects(year):
        raise Http404
    try:
        return score(year, subject)
    except NoScheme as fault:
        raise Http404 from fault


def _scored(year: int, subject: str) -> dict[str, Any]:
    try:
        tree = score(year, subject)
    except NoScheme as fault:
        return {"tree": None, "complaint": str(fault)}
    owing = sum(each.reason_owed and not each.remark.reason for each in tree.items())
    return {"tree": tree, "owing": owing, "rounds": len(submissions(year, subject))}


def _papers(request: HttpRequest, code: str, year: int) -> dict[str, Paper]:
    """The records of a book of the year cycle, by subject."""
    if code not in books():
        return {}
    found = goals_of(year) if code == GOAL else self_evaluations_of(year)
    opens = books()[code] in books_open_to(person(request))
    return {subject: Paper(books()[code], record, opens) for subject, record in found.items()}


urlpatterns = [
    path("evaluation/", evaluation, name="evaluation"),
    path("evaluation/<int:year>/<code:subject>/", evaluation_subject, name="evaluation-subject"),
]
