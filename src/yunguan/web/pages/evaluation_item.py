"""One item of an evaluation: what was reached, its score, reason and measure, the review, and what happened to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from yunguan.core.finding import Problem
from yunguan.evaluation import services
from yunguan.evaluation.item_history import history_of
from yunguan.evaluation.rules.checklist import Checklist
from yunguan.evaluation.scheme import Mode
from yunguan.evaluation.scored import ScoredItem, ScoredScheme
from yunguan.evaluation.selectors import entries_of
from yunguan.evaluation.services import REVIEWERS, may_write
from yunguan.office.attachments import Attachment
from yunguan.office.people import User
from yunguan.office.selectors import section_names
from yunguan.office.workflow.runtime import Refused
from yunguan.web.access import EVALUATORS, open_to, person, scope, sees_budget
from yunguan.web.pages.evaluation import tree_for

FILES = "item_entry"
"""Under this name the evidence files of items lie."""
LONGEST = 300
LONGEST_TEXT = 2000
NO_CLAUSE = "无"


@dataclass(frozen=True)
class Spot:
    """An item of a subject's tree, with the ones before and after it."""

    year: int
    subject: str
    tree: ScoredScheme
    leaf: ScoredItem
    before: ScoredItem | None
    after: ScoredItem | None

    @property
    def address(self) -> dict[str, Any]:
        """What the services and the addresses call it."""
        return {"year": self.year, "subject": self.subject, "item": self.leaf.item.id}

    @property
    def page(self) -> str:
        """The address of its page."""
        return reverse("evaluation-item", kwargs=self.address)


@dataclass(frozen=True)
class Sent:
    """A form that was refused: which one, what was typed, what is wrong by field."""

    code: str = ""
    typed: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def errors(self) -> dict[str, list[str]]:
        """The complaints of the form by its fields."""
        found: dict[str, list[str]] = {}
        for each in self.problems:
            found.setdefault(each.field or "whole", []).append(each.message)
        return {self.code.replace("-", "_"): found} if found else {}  # type: ignore[dict-item]


@open_to(EVALUATORS)
@require_GET
def evaluation_item(request: HttpRequest, year: int, subject: str, item: str) -> HttpResponse:
    """The item with its forms."""
    return show(request, spot_for(year, subject, item))


@open_to(EVALUATORS)
@require_POST
def evaluation_act(request: HttpRequest, year: int, subject: str, item: str, code: str) -> HttpResponse:
    """Save one of the forms; what is refused stands beside its field."""
    spot, user, act = spot_for(year, subject, item), person(request), ACTS.get(code)
    if act is None:
        raise Http404
    if not _may(code, spot.leaf, user):
        raise PermissionDenied
    try:
        done = act(request, spot)
    except Refused as fault:
        typed = {name: request.POST.get(name, "") for name in request.POST}
        return show(request, spot, Sent(code, typed, tuple(fault.problems)))
    messages.success(request, done)
    return redirect(spot.page)


def spot_for(year: int, subject: str, item: str) -> Spot:
    """The item of that name, else 404."""
    tree = tree_for(year, subject)
    leaves = [None, *tree.items(), None]
    for before, leaf, after in zip(leaves, leaves[1:], leaves[2:], strict=False):
        if leaf is not None and leaf.item.id == item:
            return Spot(year, subject, tree, leaf, before, after)
    raise Http404


def show(request: HttpRequest, spot: Spot, sent: Sent | None = None) -> HttpResponse:
    """The page of an item, with what was refused."""
    sent, user, leaf = sent or Sent(), person(request), spot.leaf
    entry = entries_of(spot.year, spot.subject).get(leaf.item.id)
    context = {
        "year": spot.year,
        "subject": spot.subject,
        "spot": spot,
        "leaf": leaf,
        "entry": entry,
        "settings": spot.tree.scheme.settings,
        "section": section_names().get(leaf.item.section, "") or "财务科",
        "told_by_figure": bool(leaf.actual.figure) and leaf.actual.reached is not None,
        "widget": _widget(leaf),
        "values": _values(entry, leaf, sent),
        "errors": sent.errors(),
        "may_write": may_write(leaf.item, user),
        "locked": leaf.item.mode is Mode.LOCKED,
        "reviews": user.role in REVIEWERS,
        "sees_budget": sees_budget(scope(request)),
        "files": files_of(entry),
        "history": history_of(spot.year, spot.subject, leaf.item.id),
    }
    return render(request, "web/evaluation/item.html", context, status=422 if sent.problems else 200)


def files_of(entry: Any) -> Iterable[Attachment]:
    """The evidence files of an item."""
    if entry is None:
        return []
    return Attachment.objects.filter(register=FILES, record_id=entry.pk).select_related("added_by").order_by("pk")


def _may(code: str, leaf: ScoredItem, user: User) -> bool:
    return user.role in REVIEWERS if code == "review" else may_write(leaf.item, user)


def _widget(leaf: ScoredItem) -> str:
    takes = leaf.item.rule.takes.__name__
    return {"date": "date", "bool": "yes_no", "frozenset": "clauses"}.get(takes, "number")


def _values(entry: Any, leaf: ScoredItem, sent: Sent) -> dict[str, Any]:
    """What stands in the inputs: what was typed just now, else what is stored."""
    stored = {
        "reached": entry.reached_text if entry else "",
        "evidence": entry.evidence if entry else "",
        "applies": entry.applies if entry else True,
        "value": entry.score_text if entry else "",
        "why": entry.score_why if entry else "",
        "reason": entry.reason if entry else "",
        "measure": entry.measure if entry else "",
        "review_value": str(leaf.review.score) if leaf.review else "",
        "review_why": leaf.review.why if leaf.review else "",
    }
    if sent.code == "reached":
        stored["applies"] = "skips" not in sent.typed
    prefix = "review_" if sent.code == "review" else ""
    found = stored | {prefix + name: text for name, text in sent.typed.items() if prefix + name in stored}
    return found | {"clauses": str(found["reached"]).split("、")}


def _reached(request: HttpRequest, spot: Spot) -> str:
    services.tell_reached(
        **spot.address,
        reached=_typed_reached(request, spot.leaf),
        evidence=_text(request, "evidence", 200),
        applies="skips" not in request.POST,
        user=person(request),
        now=timezone.localtime(),
    )
    return "实际完成值已保存，得分已重新计算。"


def _typed_reached(request: HttpRequest, leaf: ScoredItem) -> str:
    """The typed text; of a check-list the clauses that were ticked, 无 where none is met."""
    if not isinstance(leaf.item.rule, Checklist):
        return _text(request, "reached", 200)
    return "、".join(request.POST.getlist("clause")) or (NO_CLAUSE if "none" in request.POST else "")


def _score(request: HttpRequest, spot: Spot) -> str:
    value, why = _text(request, "value", 30), _text(request, "why", LONGEST)
    if not value:
        raise Refused(Problem("score", "请填写修改后的得分；要恢复系统计分，请点“撤销修改”。"))
    services.edit_score(**spot.address, value=value, why=why, user=person(request), now=timezone.localtime())
    return "得分已修改，系统计分和修改后的得分都保留。"


def _take_back(request: HttpRequest, spot: Spot) -> str:
    services.edit_score(**spot.address, value="", why="", user=person(request), now=timezone.localtime())
    return "修改已撤销，恢复系统计分。"


def _explain(request: HttpRequest, spot: Spot) -> str:
    reason, measure = (_text(request, name, LONGEST_TEXT) for name in ("reason", "measure"))
    services.explain(**spot.address, reason=reason, measure=measure, user=person(request))
    return "偏差原因和改进措施已保存。"


def _review(request: HttpRequest, spot: Spot) -> str:
    value, why = _text(request, "value", 30), _text(request, "why", LONGEST)
    services.review(**spot.address, value=value, why=why, user=person(request), now=timezone.localtime())
    return "复核得分已保存，与自评得分并列显示。"


def _text(request: HttpRequest, name: str, longest: int) -> str:
    return request.POST.get(name, "").replace("\r\n", "\n").strip()[:longest]


ACTS: dict[str, Callable[[HttpRequest, Spot], str]] = {
    "reached": _reached,
    "score": _score,
    "take-back": _take_back,
    "explain": _explain,
    "review": _review,
}

urlpatterns = [
    path("evaluation/<int:year>/<code:subject>/items/<code:item>/", evaluation_item, name="evaluation-item"),
    path("evaluation/<int:year>/<code:subject>/items/<code:item>/<slug:code>/", evaluation_act, name="evaluation-act"),
]
