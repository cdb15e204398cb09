"""Writes of the evaluation stage: what was reached, edited scores, reasons, reviews, and what is handed in."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from yunguan.core.finding import Problem
from yunguan.core.numbers import read_decimal
from yunguan.evaluation.entering import read_reached, write_reached
from yunguan.evaluation.gate.check import Objection, inspect
from yunguan.evaluation.gate.reading import dossier_of
from yunguan.evaluation.scheme import Item, Mode
from yunguan.evaluation.scheme_text import digest
from yunguan.evaluation.selectors import scheme_of, score
from yunguan.evaluation.tables import ItemEntry, ItemReview, Submission
from yunguan.evaluation.year_records import closed_to_reviewers, closed_to_unit
from yunguan.office.people import Role, User
from yunguan.office.workflow.runtime import Refused

REVIEWERS = frozenset({Role.REVIEWER})
PLACES = 2
"""The decimals of a score that a person types."""
_NO_ITEM = Problem("", "指标体系中没有这项指标，请刷新后重试。")


@transaction.atomic
def tell_reached(
    *,
    year: int,
    subject: str,
    item: str,
    reached: str,
    evidence: str,
    applies: bool = True,
    user: User | None,
    now: datetime,
) -> ItemEntry:
    """Say what an item came to, or that it does not apply. Refused where the text does not fit the rule.

    ``user`` None is the administrator of the machine at the command line. A figure of the catalogue is not overridden.
    """
    one = _item(year, subject, item, user)
    try:
        value = read_reached(one.rule, reached)
    except ValueError as fault:
        raise Refused(Problem("reached", f"“{one.title}”的实际完成值有误：{fault}")) from fault
    if value is not None and applies and not evidence.strip():
        raise Refused(Problem("evidence", f"“{one.title}”的实际完成值须写明佐证材料。"))
    entry = _entry(year, subject, item)
    entry.applies, entry.reached_text, entry.evidence = applies, write_reached(value), evidence.strip()
    entry.filled_by, entry.filled_at = user, now
    entry.save()
    return entry


@transaction.atomic
def edit_score(
    *, year: int, subject: str, item: str, value: str, why: str, user: User | None, now: datetime
) -> ItemEntry:
    """Put another score in the place of the computed one, or take it back (""); both stay visible, with who and why."""
    one = _item(year, subject, item, user)
    if one.mode is Mode.LOCKED:
        raise Refused(Problem("score", f"“{one.title}”由系统计分，不能修改；有疑问请核对台账和预算数据。"))
    entry = _entry(year, subject, item)
    if not value.strip():
        entry.score_text, entry.score_why, entry.score_by, entry.score_at = "", "", None, None
    else:
        entry.score_text = str(_score_within(one, value, score(year, subject).item(item).points))
        if not why.strip():
            raise Refused(Problem("why", f"修改“{one.title}”的得分须写明原因。"))
        entry.score_why, entry.score_by, entry.score_at = why.strip(), user, now
    entry.save()
    return entry


@transaction.atomic
def explain(*, year: int, subject: str, item: str, reason: str, measure: str, user: User | None) -> ItemEntry:
    """Say why an item deviates from its target, and what will be done."""
    _item(year, subject, item, user)
    entry = _entry(year, subject, item)
    entry.reason, entry.measure = reason.strip(), measure.strip()
    entry.save()
    return entry


@transaction.atomic
def entry_for(*, year: int, subject: str, item: str) -> ItemEntry:
    """The row in which the unit's words on an item are kept, made where there is none yet: evidence hangs on it."""
    entry = _entry(year, subject, item)
    if entry.pk is None:
        entry.save()
    return entry


@transaction.atomic
def review(*, year: int, subject: str, item: str, value: str, why: str, user: User, now: datetime) -> ItemReview:
    """The reviewer's score beside the self-score; a difference owes a reason."""
    if user.role not in REVIEWERS:
        raise Refused(Problem("", "只有财政评审人员可以复核得分。"))
    if shut := closed_to_reviewers(year, subject):
        raise Refused(Problem("", shut))
    try:
        leaf = score(year, subject).item(item)
    except KeyError as fault:
        raise Refused(_NO_ITEM) from fault
    given = _score_within(leaf.item, value, leaf.points)
    if given != leaf.score and not why.strip():
        raise Refused(Problem("why", f"“{leaf.item.title}”的复核得分与自评得分不同，须写明理由。"))
    found, _ = ItemReview.objects.update_or_create(
        year=year,
        subject=subject,
        item=item,
        defaults={"score_text": str(given), "why": why.strip(), "by": user, "at": now},
    )
    return found


@transaction.atomic
def hand_in(*, year: int, subject: str, user: User | None, now: datetime) -> Submission:
    """Keep a round of what the gate lets pass. Refused with all that it wants put right."""
    blocking = [each for each in objections_to(year, subject) if each.blocks]
    if blocking:
        raise Refused(*(Problem("", f"{each.message}{each.remedy}") for each in blocking))
    return keep_round(year=year, subject=subject, user=user, now=now)


@transaction.atomic
def keep_round(*, year: int, subject: str, user: User | None, now: datetime) -> Submission:
    """Keep the scored tree as it stands, as the next round; whether it may be handed in was asked before."""
    tree = score(year, subject)
    last = Submission.objects.filter(year=year, subject=subject).order_by("-number").first()
    return Submission.objects.create(
        year=year,
        subject=subject,
        number=last.number + 1 if last else 1,
        content=tree.as_json(),
        scheme_digest=digest(tree.scheme),
        by=user,
        at=now,
    )


def objections_to(year: int, subject: str) -> list[Objection]:
    """What the gate holds against handing a subject's scores in as they stand."""
    return list(inspect(dossier_of(year, subject)))


def _item(year: int, subject: str, name: str, user: User | None) -> Item:
    """The item, where the account may say something of it now."""
    if shut := closed_to_unit(year, subject):
        raise Refused(Problem("", shut))
    try:
        one = scheme_of(year, subject).item(name)
    except KeyError as fault:
        raise Refused(_NO_ITEM) from fault
    if user is not None and not may_write(one, user):
        raise Refused(Problem("", f"“{one.title}”由责任科室或财务人员填写，您的账号不能修改。"))
    return one


def may_write(item: Item, user: User) -> bool:
    """Whether an account may say something of an item: finance of all, a section's people of their own."""
    own = user.role in {Role.CLERK, Role.HEAD} and user.section in {item.section, "finance"}
    return user.role == Role.FINANCE or own


def _entry(year: int, subject: str, item: str) -> ItemEntry:
    found = ItemEntry.objects.select_for_update().filter(year=year, subject=subject, item=item).first()
    return found or ItemEntry(year=year, subject=subject, item=item)


def _score_within(item: Item, text: str, points: Decimal) -> Decimal:
    try:
        value = read_decimal(text)
    except ValueError as fault:
        raise Refused(Problem("score", f"“{item.title}”的得分有误：{fault}")) from fault
    if not 0 <= value <= points:
        raise Refused(Problem("score", f"“{item.title}”的得分须在 0 至 {points} 分之间，请核对。"))
    if value != round(value, PLACES):
        raise Refused(Problem("score", f"“{item.title}”的得分最多两位小数，请四舍五入后填写。"))
    return value
