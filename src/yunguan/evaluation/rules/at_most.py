"""反向指标（≤）: the less the better; points × target ÷ actual above the target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yunguan.evaluation.rule import ALL, NONE, Judgement, Rule, Sample, Target, Verdict, plain, within
from yunguan.evaluation.settings import Settings


@dataclass(frozen=True)
class AtMost(Rule):
    """At most the target."""

    code = "at_most"
    title = "反向指标（不超过目标值得满分，超过按目标值与完成值之比得分）"
    sign = "≤"

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del settings, sample
        aim = target.number or NONE
        if reached <= aim:
            return Judgement(ALL, f"{plain(reached)} 不超过目标值 {plain(aim)}，得满分。", Verdict.MET)
        if aim <= 0:
            says = f"目标值为 {plain(aim)}，实际为 {plain(reached)}，得 0 分，请人工核定。"
            return Judgement(NONE, says, Verdict.MISSED, reason_owed=True)
        share = within(aim / reached)
        says = f"超过目标值，按 {plain(aim)}÷{plain(reached)}={plain(share * 100)}% 得分。"
        return Judgement(share, says, Verdict.MISSED, reason_owed=True)
