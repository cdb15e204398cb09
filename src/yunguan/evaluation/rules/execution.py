"""预算执行率: executed by the year's budget; more than all of it earns nothing and is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yunguan.evaluation.rule import ALL, Judgement, Rule, Sample, Target, Verdict, plain, within
from yunguan.evaluation.settings import Settings

WHOLE = 100


@dataclass(frozen=True)
class Execution(Rule):
    """Points × min(1, executed ÷ budget of the whole year); ``reached`` is the rate in per cent."""

    code = "execution"
    title = "预算执行率（全年执行数÷全年预算数×分值，不超过满分）"
    sign = "＝"
    needs_target = False

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del target, settings, sample
        rate = f"执行率 {plain(reached)}%"
        if reached == WHOLE:
            return Judgement(ALL, f"{rate}，得满分。", Verdict.MET)
        if reached > WHOLE:
            return Judgement(ALL, f"{rate}，超过预算，不加分，须说明原因。", Verdict.OVERSHOT, reason_owed=True)
        return Judgement(within(reached / WHOLE), f"{rate}，按执行率得分。", Verdict.MISSED, reason_owed=True)
