"""质量信誉考核评分: the marks of one item in one rating, as the operator, the county and the centre gave them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from yunguan.core.finding import Problem
from yunguan.core.workflow import Context, State, Transition, Workflow
from yunguan.registers.checks import owed
from yunguan.registers.fields import NumberField, ReferenceField
from yunguan.registers.passenger.credit_item import CreditItem
from yunguan.registers.passenger.credit_rating import CreditRating
from yunguan.registers.passenger.parts.credit_review import no_county_body
from yunguan.registers.passenger.parts.grades import ItemKind, shown
from yunguan.registers.record import Record

OPERATOR, COUNTY, CENTRE, HEAD = (frozenset({role}) for role in ("operator", "county", "clerk", "head"))
POINTS = ("self_points", "county_points", "centre_points")
WRITTEN_BY_MOVES = (*POINTS, "vetoed", "grounds")


def _in(state: str, column: str, words: str) -> Any:
    """The level may write while the rating lies with it; a mark below the level before needs its reason."""

    def guard(score: Any, context: Context) -> Iterator[Problem]:
        if score.rating.state != state:
            now = score.rating.workflow.labels[score.rating.state]
            yield Problem("", f"本次考核现为“{now}”，不在{words}阶段，不能计分。")
            return
        points = context.given.get(column, getattr(score, column))
        yield from _within(score.item, column, points)
        if context.given.get("vetoed") and score.item.item_kind != ItemKind.VETO:
            yield Problem("vetoed", "只有否决项才能登记触发否决。")
        lowered = points is not None and points < _before(score, column)
        if (lowered or context.given.get("vetoed")) and not context.given.get("grounds"):
            yield Problem("grounds", "扣分或触发否决的项目须写明原因，以便反馈企业。")

    return guard


def _before(score: Any, column: str) -> int:
    """The marks that a level starts from: the full points for the operator, else those of the level before."""
    earlier = [getattr(score, name) for name in POINTS[: POINTS.index(column)]]
    known = [points for points in earlier if points is not None]
    if known:
        return int(known[-1])
    return int(score.item.points) if score.item.item_kind == ItemKind.BASE else 0


def _within(item: Any, column: str, points: int | None) -> Iterator[Problem]:
    if points is None and item.item_kind == ItemKind.BASE:
        yield Problem(column, "请填写得分。")
    if points is not None and not 0 <= points <= item.points:
        yield Problem(column, f"得分须在 0 至 {shown(item.points)} 分之间。")


def _judged(score: Any, context: Context) -> dict[str, Any]:
    """Whether the centre took marks off follows from what it gives."""
    points = context.given.get("centre_points", score.centre_points)
    return {"deducted": _is_deducted(score.item, points)}


def _is_deducted(item: Any, points: int | None) -> bool | None:
    return None if points is None or item.item_kind != ItemKind.BASE else bool(points < item.points)


def _adopted(column: str, earlier: str) -> Any:
    def fill(score: Any, context: Context) -> dict[str, Any]:
        del context
        points = getattr(score, earlier)
        found = {column: points}
        return found | ({"deducted": _is_deducted(score.item, points)} if column == "centre_points" else {})

    return fill


def _for_the_parks(score: Any, context: Context) -> Iterator[Problem]:
    """The centre scores for the county only where there is no county body."""
    yield from (problem for problem in no_county_body(score.rating, context) if problem.field == "area")
    yield from _in("self_scored", "county_points", "初评")(score, context)


def _scoring(
    code: str, label: str, source: tuple[str, ...], target: str, *, roles: frozenset[str], guard: Any
) -> Transition:
    column = {"self_scored": "self_points", "county_scored": "county_points"}.get(target, "centre_points")
    asks = (column, "grounds") if target == "self_scored" else (column, "vetoed", "grounds")
    return Transition(code, label, source, target, roles, asks=asks, fills=_judged, guard=guard)


_SELF = _in("scoring", "self_points", "自评")
_COUNTY = _in("self_scored", "county_points", "初评")
_CENTRE = _in("county_reviewed", "centre_points", "复核")
_FIRST = ("unscored", "self_scored", "county_scored")
_SECOND = (*_FIRST, "centre_scored")
_THIRD = ("county_scored", "centre_scored")
WORKFLOW = Workflow(
    states=(
        State("unscored", "待计分", awaits=True),
        State("self_scored", "已自评", date_field="self_on"),
        State("county_scored", "已初评", date_field="county_on"),
        State("centre_scored", "已复核", date_field="centre_on"),
    ),
    transitions=(
        _scoring("score_self", "自评计分", _FIRST, "self_scored", roles=OPERATOR, guard=_SELF),
        _scoring("score_county", "初评计分", _SECOND, "county_scored", roles=COUNTY, guard=_COUNTY),
        _scoring("score_for_county", "代行初评计分", _SECOND, "county_scored", roles=HEAD, guard=_for_the_parks),
        _scoring("score_centre", "复核计分", _THIRD, "centre_scored", roles=CENTRE, guard=_CENTRE),
        Transition(
            "adopt_county",
            "初评按自评计",
            ("unscored", "self_scored"),
            "county_scored",
            frozenset(),
            by_machine=True,
            fills=_adopted("county_points", "self_points"),
        ),
        Transition(
            "adopt_centre",
            "复核按初评计",
            ("county_scored",),
            "centre_scored",
            frozenset(),
            by_machine=True,
            fills=_adopted("centre_points", "county_points"),
        ),
    ),
    takeover=CENTRE | HEAD,
)


class CreditScore(Record):
    """考核评分：一次考核一个项目一行。"""

    rating = ReferenceField(CreditRating, verbose_name="考核编号")
    item = ReferenceField(CreditItem, verbose_name="项目编号")
    item_kind = models.CharField("项目性质", max_length=8, choices=ItemKind, editable=False)
    full_points = NumberField("分值", places=1, unit="分", editable=False)
    opened_on = models.DateField("启动日期", editable=False)
    self_points = NumberField("自评得分", places=1, unit="分", blank=True, null=True)
    county_points = NumberField("初评得分", places=1, unit="分", blank=True, null=True)
    centre_points = NumberField("复核得分", places=1, unit="分", blank=True, null=True)
    vetoed = models.BooleanField("触发否决", default=False)
    grounds = models.CharField("扣分原因", max_length=200, blank=True, null=True)
    self_on = models.DateField("自评日期", blank=True, null=True)
    county_on = models.DateField("初评日期", blank=True, null=True)
    centre_on = models.DateField("复核日期", blank=True, null=True)
    deducted = models.BooleanField("复核有扣分", null=True, editable=False)

    title = "质量信誉考核评分"
    section = "passenger"
    key_fields = ("rating", "item")
    period_field = "opened_on"
    workflow = WORKFLOW
    shared = True
    operator_path = "rating__operator__uscc"
    search_fields = ("rating__rating_no", "rating__operator__name", "item__name", "grounds")
    list_fields = ("rating", "item", "full_points", "self_points", "county_points", "centre_points", "grounds", "state")
    filter_fields = ("item_kind", "vetoed")
    companions = {"item": ("考核项目", "name")}
    known_as = {"item__name": ("项目名称",), "grounds": ("扣分理由", "扣分事项")}

    class Meta:
        verbose_name = "考核评分"
        constraints = (models.UniqueConstraint(fields=("rating", "item"), name="credit_score_once"),)

    def __str__(self) -> str:
        full = f"（{shown(self.full_points)} 分）" if self.full_points else ""
        return f"{self.rating} {self.item}{full}"

    @property
    def owes_points(self) -> bool:
        """Whether every level has to mark it: bonus and veto items may be passed over."""
        return str(self.item.item_kind) == ItemKind.BASE

    def points_at(self, level: str, earlier: str = "") -> int | None:
        """The marks of a level in tenths; where it left the item untouched, those of the level named as earlier."""
        own: int | None = getattr(self, f"{level}_points")
        return getattr(self, f"{earlier}_points") if own is None and earlier else own

    def derive(self) -> None:
        if self.rating_id:
            self.area, self.opened_on = self.rating.area, self.rating.opened_on
        if self.item_id:
            self.item_kind, self.full_points = self.item.item_kind, self.item.points
            self.deducted = _is_deducted(self.item, self.centre_points)

    def problems(self) -> Iterator[Problem]:
        if self.item.scheme_id != self.rating.scheme_id:
            yield Problem("item", "该项目不属于本次考核所用的细则，请核对项目编号。")
        if self.vetoed and self.item.item_kind != ItemKind.VETO:
            yield Problem("vetoed", "只有否决项才能登记触发否决。")
        for column in POINTS:
            points = getattr(self, column)
            if points is not None and not 0 <= points <= self.item.points:
                yield Problem(column, f"得分须在 0 至 {shown(self.item.points)} 分之间。")
        if self.owes_points:
            yield from owed(self, ("county_scored", "centre_scored"), "county_points")
            yield from owed(self, ("centre_scored",), "centre_points")
        yield from self._only_by_moves()

    def _only_by_moves(self) -> Iterator[Problem]:
        """Marks are given by their own level's move: nobody overwrites another level's."""
        if self.pk is None:
            return
        stored = type(self)._base_manager.filter(pk=self.pk).values(*WRITTEN_BY_MOVES).first() or {}
        for name, value in stored.items():
            if getattr(self, name) != value:
                yield Problem(name, "得分和原因须通过“自评计分”“初评计分”“复核计分”办理，不能直接修改。")
