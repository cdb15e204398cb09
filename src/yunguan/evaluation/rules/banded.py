"""分段计分: the points follow from the range in which the value lies (湖南 2013—2019 年评分表“预算控制率”)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from yunguan.evaluation.rule import ALL, NONE, Judgement, Rule, Sample, Target, Verdict, plain, within
from yunguan.evaluation.settings import Settings


@dataclass(frozen=True)
class Step:
    """Up to and including ``upto`` the value earns ``points``."""

    upto: Decimal
    points: Decimal


@dataclass(frozen=True)
class Banded(Rule):
    """``steps`` in rising order; beyond the last one there are no points. ``of`` is what full marks are."""

    steps: tuple[Step, ...] = field(default=(), metadata={"label": "分段"})
    of: Decimal = field(default=Decimal(100), metadata={"label": "满分"})

    code = "banded"
    title = "分段计分"
    sign = "分段"
    needs_target = False

    def wording(self) -> str:
        told = "；".join(f"不超过 {plain(step.upto)} 得 {plain(step.points)} 分" for step in self.steps)
        return f"{told}；超过 {plain(self.steps[-1].upto)} 不得分" if self.steps else self.title

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del target, settings, sample
        found = next((step for step in self.steps if reached <= step.upto), None)
        if found is None:
            says = f"{plain(reached)} 超过 {plain(self.steps[-1].upto)}，不得分。"
            return Judgement(NONE, says, Verdict.MISSED, reason_owed=True)
        share = within(found.points / self.of)
        says = f"{plain(reached)} 不超过 {plain(found.upto)}，得 {plain(found.points)} 分。"
        return Judgement(share, says, Verdict.MET if share == ALL else Verdict.MISSED, reason_owed=share < ALL)

    def problems(self, target: Target) -> Iterator[str]:
        yield from super().problems(target)
        if not self.steps or self.of <= 0:
            yield "分段计分须至少有一段，满分须大于 0。"
        if any(a.upto >= b.upto or a.points < b.points for a, b in pairwise(self.steps)):
            yield "各段的上限须递增，得分须递减。"
