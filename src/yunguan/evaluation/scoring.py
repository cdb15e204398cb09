"""Scores a scheme: pure functions from the tree and what was reached to the scored tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from yunguan.core.allocation import allocate
from yunguan.evaluation.rule import Judgement, Verdict, plain
from yunguan.evaluation.rules.execution import Execution
from yunguan.evaluation.scheme import Group, Item, Mode, Scheme
from yunguan.evaluation.scored import (
    Actual,
    Edit,
    Remark,
    Review,
    ScoredGroup,
    ScoredItem,
    ScoredScheme,
    rounded,
)
from yunguan.evaluation.settings import Settings, Spread

NOTHING = Actual(None, why_none="没有实际完成值。")
_NOT_APPLICABLE = Judgement(None, "本单位不适用，分值按比例分摊到其他指标。", Verdict.NOT_APPLICABLE)


@dataclass(frozen=True)
class Said:
    """What people said of the items of one evaluation, by item id."""

    edits: Mapping[str, Edit] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    remarks: Mapping[str, Remark] = field(default_factory=dict)


def score_scheme(scheme: Scheme, subject: str, actuals: Mapping[str, Actual], said: Said | None = None) -> ScoredScheme:
    """The scored tree of one subject; an item without an actual is not evidenced."""
    run = _Run(scheme, actuals, said or Said())
    children = tuple(run.group(each) for each in scheme.groups)
    cap, why = _cap(scheme.settings, children)
    return ScoredScheme(scheme, subject, children, cap, why)


class _Run:
    """One scheme scored once."""

    def __init__(self, scheme: Scheme, actuals: Mapping[str, Actual], said: Said) -> None:
        self.settings = scheme.settings
        self.actuals = actuals
        self.said = said
        self.points = spread_points(scheme, {each.id for each in scheme.items() if not self.actual(each).applies})

    def actual(self, item: Item) -> Actual:
        """What the item came to."""
        return self.actuals.get(item.id, NOTHING)

    def group(self, group: Group) -> ScoredGroup:
        """A group and what lies below it."""
        children = [self.group(each) if isinstance(each, Group) else self.item(each) for each in group.children]
        return ScoredGroup(group, tuple(children))

    def item(self, item: Item) -> ScoredItem:
        """One item: judged by its rule, then what people said of it."""
        actual, points = self.actual(item), self.points[item.id]
        judgement = self._judge(item, actual)
        computed = None if item.mode is Mode.OFF else rounded(judgement.share, points, self.settings.places)
        applies = judgement.verdict is not Verdict.NOT_APPLICABLE
        return ScoredItem(
            item,
            points,
            actual,
            judgement,
            computed,
            self.said.edits.get(item.id) if applies and item.mode is not Mode.LOCKED else None,
            self.said.reviews.get(item.id) if applies else None,
            self.said.remarks.get(item.id, Remark()),
        )

    def _judge(self, item: Item, actual: Actual) -> Judgement:
        if not actual.applies:
            return _NOT_APPLICABLE
        return item.rule.judge(item.target, actual.reached, self.settings, actual.sample)


def spread_points(scheme: Scheme, left_out: set[str]) -> dict[str, Decimal]:
    """The points of every item when those of the ones left out go to the others, exact to two decimals.

    Where nothing of the parent (or block) applies, they go one level up, so that the whole stays what it was; 0 for
    the items left out. Only where no item at all applies the points are lost.
    """
    points = {each.id: each.points for each in scheme.items()}
    for item in scheme.items():
        if item.id not in left_out:
            continue
        heirs = next((found for found in _circles(scheme, item) if found - left_out), frozenset()) - left_out
        ordered = [each.id for each in scheme.items() if each.id in heirs]
        shares = _shares(item.points, [scheme.item(name).points for name in ordered])
        for name, share in zip(ordered, shares, strict=True):
            points[name] += share
        points[item.id] = Decimal(0)
    return points


def _shares(pool: Decimal, weights: list[Decimal]) -> list[Decimal]:
    if not weights:
        return []
    parts = allocate(int(pool * 100), [int(weight * 100) for weight in weights])
    return [Decimal(part) / 100 for part in parts]


def _circles(scheme: Scheme, item: Item) -> list[frozenset[str]]:
    """The ids among which the points are spread: first those of the setting, then wider ones."""
    block = next(each for each in scheme.groups if any(leaf.id == item.id for leaf in each.items()))
    parent = next(
        (
            each
            for each in block.children
            if isinstance(each, Group) and any(leaf.id == item.id for leaf in each.items())
        ),
        block,
    )
    rings = {Spread.PARENT: parent.items(), Spread.BLOCK: block.items(), Spread.SCHEME: scheme.items()}
    from_here = list(Spread)[list(Spread).index(scheme.settings.spread) :]
    return [frozenset(each.id for each in rings[ring]) for ring in from_here]


def _cap(settings: Settings, children: tuple[ScoredGroup, ...]) -> tuple[Decimal | None, str]:
    """The lowest cap that the execution of the budget sets, and in words why."""
    rates = [
        each.actual.reached / 100
        for child in children
        for each in child.items()
        if isinstance(each.item.rule, Execution) and isinstance(each.actual.reached, Decimal)
    ]
    hit = [cap for cap in settings.caps if rates and rates[0] < cap.below]
    if not hit:
        return None, ""
    lowest = min(hit, key=lambda cap: cap.most)
    return lowest.most, f"预算执行率低于 {plain(lowest.below * 100)}%，总分不超过 {plain(lowest.most)} 分"
