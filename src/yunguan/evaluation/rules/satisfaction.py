"""满意度指标: satisfied answers by valid answers, from the answers themselves; the size of the sample is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from yunguan.evaluation.rule import NONE, Judgement, Rule, Sample, Target
from yunguan.evaluation.rules.at_least import judge_at_least
from yunguan.evaluation.settings import Settings


@dataclass(frozen=True)
class Satisfaction(Rule):
    """At least so many per cent of the valid answers are satisfied."""

    code = "satisfaction"
    title = "满意度指标（满意答卷÷有效答卷，达到目标值得满分，未达到按比例得分）"
    sign = "≥"

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        found = judge_at_least(target.number or NONE, reached, settings.overshoot)
        if sample is None:
            return replace(found, says=f"{found.says}没有答卷原始数据，样本量不明，须说明。", reason_owed=True)
        says = f"{found.says}有效答卷 {sample.valid} 份，其中满意 {sample.satisfied} 份。"
        if sample.valid < settings.least_sample:
            says += f"样本少于 {settings.least_sample} 份，须说明。"
            return replace(found, says=says, reason_owed=True)
        return replace(found, says=says)
