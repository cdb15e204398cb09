"""A rule of scoring: from a target and what was reached to a share of the points, and what the rule says of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar

from yunguan.core.catalogue import walk
from yunguan.core.numbers import exact_text, round_half_up
from yunguan.evaluation.settings import Settings

Reached = Decimal | date | bool | frozenset[str]
"""What an item came to: a number in the item's unit, a day, yes or no, or the clauses of a check-list that are met."""


class TargetSource(StrEnum):
    """Where a target comes from (财预〔2021〕101号)."""

    PLAN = "plan"
    HISTORY = "history"
    STANDARD = "standard"

    @property
    def label(self) -> str:
        """The Chinese word."""
        return {"plan": "计划标准", "history": "历史标准", "standard": "行业标准"}[self.value]


@dataclass(frozen=True)
class Target:
    """What is aimed at: a number or a day; ``words`` where it is told otherwise. ``baseline`` is the value before."""

    value: Decimal | date | None = None
    words: str = ""
    source: TargetSource = TargetSource.PLAN
    basis: str = ""
    baseline: Decimal | None = None

    @property
    def number(self) -> Decimal | None:
        """The target where it is a number."""
        return self.value if isinstance(self.value, Decimal) else None


class Verdict(StrEnum):
    """How an item stands against its target."""

    MET = "met"
    MISSED = "missed"
    OVERSHOT = "overshot"
    NOT_EVIDENCED = "not_evidenced"
    NO_TARGET = "no_target"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The Chinese word."""
        return _VERDICTS[self.value]


_VERDICTS = {
    "met": "完成",
    "missed": "未完成",
    "overshot": "大幅超额",
    "not_evidenced": "未佐证",
    "no_target": "未设目标",
    "not_applicable": "不适用",
}


@dataclass(frozen=True)
class Judgement:
    """What a rule says, and whether a reason is owed; ``share`` of the points is 0 to 1, None where unknown."""

    share: Decimal | None
    says: str
    verdict: Verdict
    reason_owed: bool = False


@dataclass(frozen=True)
class Sample:
    """The answers behind a satisfaction rate: valid ones, satisfied ones."""

    valid: int
    satisfied: int


@dataclass(frozen=True)
class Rule(ABC):
    """One way of giving points. Its fields are parameters, each with a Chinese ``label`` in its metadata."""

    code: ClassVar[str]
    title: ClassVar[str]
    sign: ClassVar[str] = ""
    takes: ClassVar[type] = Decimal
    needs_target: ClassVar[bool] = True

    def judge(
        self, target: Target, reached: Reached | None, settings: Settings, sample: Sample | None = None
    ) -> Judgement:
        """The share of the points; without evidence or target it is None, never 0 and never all.

        TypeError where what was reached is of another kind than the rule takes.
        """
        if reached is None:
            return Judgement(None, "没有实际完成值，未佐证，不计分。", Verdict.NOT_EVIDENCED)
        if not isinstance(reached, self.takes) or (self.takes is not bool and isinstance(reached, bool)):
            msg = f"“{self.title}”指标的完成值类型不符：{reached!r}。"
            raise TypeError(msg)
        if self.needs_target and target.value is None:
            return Judgement(None, "没有设定目标值，不能计分。", Verdict.NO_TARGET)
        return self._judge(target, reached, settings, sample)

    @abstractmethod
    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        """The rule proper; ``reached`` is of the kind that it takes."""

    def wording(self) -> str:
        """The rule in one Chinese sentence, with its parameters."""
        return self.title

    def problems(self, target: Target) -> Iterator[str]:
        """What is wrong with the parameters or with the target of an item that goes by this rule."""
        if isinstance(target.value, date) and self.takes is not date:
            yield "目标值应是数字，而不是日期。"


@cache
def rule_kinds() -> dict[str, type[Rule]]:
    """Every kind of rule by its code, found by reading the folder."""
    found: dict[str, type[Rule]] = {}
    for module in walk("yunguan.evaluation.rules"):
        for thing in vars(module).values():
            if isinstance(thing, type) and issubclass(thing, Rule) and thing.__module__ == module.__name__:
                found[thing.code] = thing
    return dict(sorted(found.items()))


def parameters(rule: type[Rule] | Rule) -> dict[str, str]:
    """The parameters of a rule by name, with their Chinese labels."""
    return {each.name: each.metadata.get("label", each.name) for each in fields(rule)}


def plain(number: Decimal, places: int = 2) -> str:
    """A number as it is told in a sentence: rounded half up, without idle zeros."""
    return exact_text(round_half_up(number, places))


def told(reached: Reached | None, unit: str = "") -> str:
    """What was reached, in words."""
    match reached:
        case None:
            return "未佐证"
        case bool():
            return "是" if reached else "否"
        case date():
            return f"{reached.year}年{reached.month}月{reached.day}日"
        case Decimal():
            return f"{plain(reached)}{unit}"
        case _:
            return f"符合{len(reached)}项"


ALL = Decimal(1)
NONE = Decimal(0)


def within(share: Decimal) -> Decimal:
    """A share that is never below nothing and never above all."""
    return min(ALL, max(NONE, share))
