"""正向指标（≥）: the more the better, up to the target.

Points × actual ÷ target, all of them from the target on (财预〔2020〕10号 as used in the forms of self-evaluation).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yunguan.evaluation.rule import ALL, NONE, Judgement, Rule, Sample, Target, Verdict, plain, within
from yunguan.evaluation.settings import Overshoot, Settings


@dataclass(frozen=True)
class AtLeast(Rule):
    """At least the target."""

    code = "at_least"
    title = "正向指标（达到目标值得满分，未达到按完成比例得分）"
    sign = "≥"

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del sample
        return judge_at_least(target.number or NONE, reached, settings.overshoot)


def judge_at_least(target: Decimal, reached: Decimal, overshoot: Overshoot) -> Judgement:
    """Full points from the target on, in proportion below; a target of nothing or less is met or is not."""
    if target <= 0:
        met = reached >= target
        says = "达到目标值，得满分。" if met else "未达到目标值；目标值不大于 0，不能按比例计分，得 0 分，请人工核定。"
        return Judgement(ALL if met else NONE, says, Verdict.MET if met else Verdict.MISSED, not met)
    ratio = reached / target
    shown = f"{plain(reached)}÷{plain(target)}={plain(ratio * 100)}%"
    if ratio < 1:
        return Judgement(within(ratio), f"未达到目标值，按完成比例 {shown} 得分。", Verdict.MISSED, reason_owed=True)
    if ratio > overshoot.threshold:
        return overshot(ratio, shown, overshoot)
    return Judgement(ALL, f"达到目标值（{shown}），得满分。", Verdict.MET)


def overshot(ratio: Decimal, shown: str, overshoot: Overshoot) -> Judgement:
    """Far above the target: a reason is owed, and points are cut where the scheme says so."""
    over = f"完成值超过目标值的 {plain(overshoot.threshold * 100)}%（{shown}）"
    if not overshoot.deducts:
        return Judgement(ALL, f"{over}，得满分，须说明原因。", Verdict.OVERSHOT, reason_owed=True)
    share = max(overshoot.floor, within(1 - (ratio - overshoot.threshold)))
    says = f"{over}，按偏离度扣减，得 {plain(share * 100)}% 的分值，须说明原因。"
    return Judgement(share, says, Verdict.OVERSHOT, reason_owed=True)
