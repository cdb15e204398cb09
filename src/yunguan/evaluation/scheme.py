"""A scheme: for one place, year and kind of subject the tree of indicators with their points, rules and targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from yunguan.core.catalogue import Catalogue, load
from yunguan.core.finding import Problem
from yunguan.evaluation.rule import Rule, Target, plain
from yunguan.evaluation.settings import LABELS, Settings

WHOLE = Decimal(100)
DEPTH = 3
BUDGET = "budget"
"""In the place of an indicator: the execution rate of the subject's own budget."""
DEPARTMENT = "department"
"""The subject that is the whole department; any other is the code of a project."""


class SubjectKind(StrEnum):
    """What is evaluated."""

    DEPARTMENT = "department"
    PROJECT = "project"

    @property
    def label(self) -> str:
        """The Chinese word."""
        return {"department": "部门整体支出", "project": "项目支出"}[self.value]


class Mode(StrEnum):
    """Whether an item's score is computed, and whether a person may put another in its place."""

    OFF = "off"
    EDITABLE = "editable"
    LOCKED = "locked"

    @property
    def label(self) -> str:
        """The Chinese words."""
        return {"off": "不自动计分", "editable": "自动计分、可修改", "locked": "自动计分、不可修改"}[self.value]


@dataclass(frozen=True)
class Item:
    """A leaf of the tree (三级指标).

    ``figure`` is the id of the indicator that says what was reached (or ``budget``), "" where the responsible section
    declares it with evidence; ``own_budget_figure`` takes its place where last year's carry-over does not
    count in the budget.
    ``sample`` names the indicators of valid and satisfied answers behind a satisfaction rate.
    """

    id: str
    title: str
    points: Decimal
    rule: Rule
    target: Target = field(default_factory=Target)
    unit: str = ""
    figure: str = ""
    own_budget_figure: str = ""
    sample: tuple[str, str] | None = None
    mode: Mode = Mode.EDITABLE
    section: str = ""
    formula: str = ""

    def figure_for(self, settings: Settings) -> str:
        """The indicator that is asked, as the scheme counts the carry-over."""
        return self.own_budget_figure if self.own_budget_figure and not settings.carry_over else self.figure

    @property
    def aim(self) -> str:
        """The target as it is printed: ≥26场, ＝100%, or its words."""
        if self.target.words:
            return self.target.words
        value = self.target.value
        if isinstance(value, date):
            return f"{value.year}年{value.month}月{value.day}日前"
        return "" if value is None else f"{self.rule.sign if len(self.rule.sign) == 1 else ''}{plain(value)}{self.unit}"


@dataclass(frozen=True)
class Group:
    """A first- or second-level indicator; ``points`` is what its leaves must add up to."""

    id: str
    title: str
    points: Decimal
    children: tuple[Group | Item, ...]

    def items(self) -> Iterator[Item]:
        """The leaves, in order."""
        for child in self.children:
            if isinstance(child, Item):
                yield child
            else:
                yield from child.items()


@dataclass(frozen=True)
class Scheme:
    """The whole tree with its settings; ``doc_no`` is the document that it follows, ``note`` what to know of it."""

    code: str
    title: str
    year: int
    place: str
    kind: SubjectKind
    doc_no: str
    groups: tuple[Group, ...]
    settings: Settings = field(default_factory=Settings)
    confirmed: bool = False
    note: str = ""

    def items(self) -> Iterator[Item]:
        """The leaves, in order."""
        for group in self.groups:
            yield from group.items()

    def nodes(self) -> Iterator[Group | Item]:
        """Every group and leaf, each group before what lies below it."""
        return _nodes(self.groups)

    def item(self, name: str) -> Item:
        """The leaf of that id; KeyError where there is none."""
        return {each.id: each for each in self.items()}[name]


def problems(scheme: Scheme, known: frozenset[str] | None = None) -> Iterator[Problem]:
    """What must be put right before the scheme can be used; ``known`` are the ids of the indicators that there are."""
    total = sum((group.points for group in scheme.groups), Decimal(0))
    if total != WHOLE:
        yield Problem("", f"总分应为 100 分，现在各一级指标合计 {plain(total)} 分，请调整分值。")
    ids = [each.id for each in scheme.nodes()]
    for name in sorted({each for each in ids if ids.count(each) > 1}):
        yield Problem(name, f"编码“{name}”用了不止一次，请改成不同的编码。")
    for group in scheme.groups:
        yield from _of_group(group, 1)
    for item in scheme.items():
        yield from _of_item(item, known)
    yield from _of_settings(scheme.settings)


def _nodes(children: tuple[Group | Item, ...]) -> Iterator[Group | Item]:
    for child in children:
        yield child
        if isinstance(child, Group):
            yield from _nodes(child.children)


def _of_group(group: Group, level: int) -> Iterator[Problem]:
    total = sum((child.points for child in group.children), Decimal(0))
    if not group.children:
        yield Problem(group.id, f"“{group.title}”下面没有指标，请添加，或删去这一级。")
    elif total != group.points:
        yield Problem(
            group.id,
            f"“{group.title}”应为 {plain(group.points)} 分，下级指标合计 {plain(total)} 分，请调整分值。",
        )
    for child in group.children:
        if isinstance(child, Group):
            if level + 1 >= DEPTH:
                yield Problem(child.id, f"“{child.title}”超过三级，指标体系最多三级，请合并。")
            yield from _of_group(child, level + 1)


def _of_item(item: Item, known: frozenset[str] | None) -> Iterator[Problem]:
    if item.points <= 0:
        yield Problem(item.id, f"“{item.title}”的分值须大于 0。")
    if item.points != round(item.points, 2):
        yield Problem(item.id, f"“{item.title}”的分值最多两位小数。")
    for fault in item.rule.problems(item.target):
        yield Problem(item.id, f"“{item.title}”：{fault}")
    asked = {item.figure, item.own_budget_figure, *(item.sample or ())} - {"", BUDGET}
    for name in sorted(asked - known) if known is not None else ():
        yield Problem(item.id, f"“{item.title}”引用的指标“{name}”不存在，请从指标目录中选择。")


def _of_settings(settings: Settings) -> Iterator[Problem]:
    upper, lower = settings.cuts
    if not WHOLE >= upper >= lower >= 0:
        yield Problem("cuts", "定性指标的两个分界须在 0 至 100 之间，且前者不小于后者。")
    least = [band.least for band in settings.bands]
    if least != sorted(least, reverse=True) or not least or least[-1] != 0:
        yield Problem("bands", "等级须从高到低排列，最后一级从 0 分起。")
    if not 0 <= settings.late_share <= 1:
        yield Problem("late_share", "逾期完成所得比例须在 0 至 1 之间。")
    if settings.overshoot.threshold <= 1 or not 0 <= settings.overshoot.floor <= 1:
        yield Problem("overshoot", "超额完成的界限须大于 1，保底比例须在 0 至 1 之间。")
    for basis in settings.basis:
        if basis.setting not in LABELS:
            yield Problem("basis", f"没有名为“{basis.setting}”的设置项。")


@cache
def shipped() -> Catalogue[Scheme]:
    """The schemes that ship with the house, by code."""
    return load("yunguan.evaluation.schemes", Scheme, lambda each: each.code)
