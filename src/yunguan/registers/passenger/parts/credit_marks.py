"""The marks of one rating, level by level: laid out, added up, told in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yunguan.core.finding import Problem
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.passenger.parts.grades import ItemKind, Mark, grade_of, shown, total_of

LEVELS = {"self": "自评", "county": "初评", "centre": "复核"}


def scores_of(rating: Any) -> list[Any]:
    """The score rows of a rating in the order of the table."""
    from yunguan.registers.book import book  # noqa: PLC0415 - the scores' book refers to the ratings'

    rows: Any = book("credit_score").model._base_manager
    return list(rows.filter(rating=rating).select_related("item").order_by("item__position"))


def lay_out(rating: Any, order: Order) -> None:
    """One score row for each item of the table; what is there already stays."""
    from yunguan.registers.book import book  # noqa: PLC0415 - as above
    from yunguan.registers.services import create  # noqa: PLC0415 - as above

    there = {score.item_id for score in scores_of(rating)}
    items: Any = book("credit_item").model._base_manager
    for item in items.filter(scheme=rating.scheme).order_by("position"):
        if item.pk not in there:
            values = {"rating": rating, "item": item}
            create(book=book("credit_score"), values=values, user=None, on=order.on, now=order.now)


def missing(rating: Any, level: str, earlier: str = "") -> Iterator[Problem]:
    """Why a level is not complete: items without marks, or a table that does not come to its full marks."""
    if shortfall := rating.scheme.shortfall():
        yield Problem("", shortfall)
    scores = scores_of(rating)
    if not scores:
        yield Problem("", "还没有评分项目，请先办理“开始自评”。")
    open_ = [str(score.item) for score in scores if score.owes_points and score.points_at(level, earlier) is None]
    if open_:
        yield Problem("", f"还有 {len(open_)} 个项目没有{LEVELS[level]}得分（{'、'.join(open_[:3])}），请先逐项计分。")


def adopt(rating: Any, order: Order, level: str) -> None:
    """Items that a reviewing level left untouched stand as the level before gave them."""
    before = {"county": ("unscored", "self_scored"), "centre": ("county_scored",)}[level]
    for score in scores_of(rating):
        if score.state in before:
            move(score, Order(f"adopt_{level}", None, order.on, order.now, reason=f"{LEVELS[level]}无异议"))


def total(rating: Any, level: str, earlier: str = "") -> int | None:
    """The total of a level in tenths; marks that a reviewing level left untouched are those of the level before."""
    marks = [Mark(score.item.item_kind, score.points_at(level, earlier)) for score in scores_of(rating)]
    return total_of(marks, rating.scheme.bonus_cap)


def decided_grade(rating: Any, marks: int) -> str:
    """The grade by the table's thresholds, limited by the vetoes that apply."""
    limits = [score.item.veto_grade for score in scores_of(rating) if score.vetoed]
    return grade_of(marks, rating.scheme.thresholds, limits)


def deductions(rating: Any) -> str:
    """What is told to the operator: each item below its points, and each veto, with its reason."""
    return "\n".join(_told(score) for score in scores_of(rating) if _told(score)) or "无扣分事项。"


def _told(score: Any) -> str:
    grounds = score.grounds or "未注明"
    if score.vetoed:
        return f"{score.item}：触发否决，最高评为 {score.item.veto_grade} 级。原因：{grounds}"
    points = score.points_at("centre", "county")
    if score.item.item_kind != ItemKind.BASE or points is None or points >= score.item.points:
        return ""
    return (
        f"{score.item}：满分 {shown(score.item.points)} 分，扣 {shown(score.item.points - points)} 分。原因：{grounds}"
    )


def less(later: int | None, earlier: int | None) -> int | None:
    """A later total less an earlier one in tenths; None where either is unknown."""
    return None if later is None or earlier is None else later - earlier
