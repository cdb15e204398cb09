"""分档扣分: all points up to a limit, then so many off for each step beyond it (湖南 2013—2019 年评分表)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from yunguan.evaluation.rule import ALL, Judgement, Rule, Sample, Target, Verdict, plain, within
from yunguan.evaluation.settings import Settings


@dataclass(frozen=True)
class Stepped(Rule):
    """Beyond the target each whole ``step`` takes ``minus`` of ``of`` points; ``below`` where more is better.

    A step that is only begun costs nothing, as the filled sheet of 2018 has it (99.27 % of 100 %, steps of 5: all).
    """

    step: Decimal = field(default=ALL, metadata={"label": "每档幅度"})
    minus: Decimal = field(default=ALL, metadata={"label": "每档扣分"})
    of: Decimal = field(default=Decimal(100), metadata={"label": "满分"})
    below: bool = field(default=False, metadata={"label": "低于目标值时扣分"})

    code = "stepped"
    title = "分档扣分"
    sign = "分档"

    def wording(self) -> str:
        way = "低于" if self.below else "超过"
        return f"达标得满分，每{way}目标值 {plain(self.step)} 扣 {plain(self.minus)} 分，扣完为止"

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del settings, sample
        aim = target.number or Decimal(0)
        beyond = aim - reached if self.below else reached - aim
        if beyond <= 0:
            return Judgement(ALL, f"{plain(reached)} 符合目标值 {plain(aim)}，得满分。", Verdict.MET)
        steps = (beyond / self.step).to_integral_value(ROUND_FLOOR)
        share = within(1 - steps * self.minus / self.of)
        way = "低" if self.below else "高"
        says = f"比目标值 {plain(aim)} {way} {plain(beyond)}，满 {steps} 档，扣 {plain(steps * self.minus)} 分。"
        return Judgement(share, says, Verdict.MISSED, reason_owed=True)

    def problems(self, target: Target) -> Iterator[str]:
        yield from super().problems(target)
        if self.step <= 0 or self.of <= 0 or self.minus < 0:
            yield "每档幅度和满分须大于 0，每档扣分不能是负数。"
