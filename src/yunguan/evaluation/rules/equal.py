"""等值指标（=）: the nearer the better; points × (1 − the distance ÷ target)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yunguan.evaluation.rule import ALL, NONE, Judgement, Rule, Sample, Target, Verdict, plain, within
from yunguan.evaluation.settings import Settings


@dataclass(frozen=True)
class Equal(Rule):
    """Exactly the target."""

    code = "equal"
    title = "等值指标（等于目标值得满分，偏离按偏离程度扣分）"
    sign = "＝"

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del settings, sample
        aim = target.number or NONE
        if reached == aim:
            return Judgement(ALL, f"等于目标值 {plain(aim)}，得满分。", Verdict.MET)
        if aim == 0:
            says = f"目标值为 0，实际为 {plain(reached)}，得 0 分，请人工核定。"
            return Judgement(NONE, says, Verdict.MISSED, reason_owed=True)
        off = abs(reached - aim) / abs(aim)
        share = within(1 - off)
        says = f"偏离目标值 {plain(off * 100)}%，得 {plain(share * 100)}% 的分值。"
        return Judgement(share, says, Verdict.MISSED, reason_owed=True)
