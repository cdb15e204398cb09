"""是否指标: all points or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yunguan.evaluation.rule import ALL, NONE, Judgement, Rule, Sample, Target, Verdict
from yunguan.evaluation.settings import Settings


@dataclass(frozen=True)
class YesNo(Rule):
    """Done or not."""

    code = "yes_no"
    title = "是否指标（是得满分，否不得分）"
    takes = bool
    needs_target = False

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del target, settings, sample
        if reached:
            return Judgement(ALL, "已做到，得满分。", Verdict.MET)
        return Judgement(NONE, "没有做到，不得分。", Verdict.MISSED, reason_owed=True)
