"""定性指标: judged in three grades, told as a degree of achievement in per cent.

财预〔2020〕10号: 达成年度指标 100–80 %, 部分达成并具有一定效果 80–60 %, 未达成且效果较差 60–0 %; the cuts are settings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yunguan.evaluation.rule import Judgement, Rule, Sample, Target, Verdict, plain, within
from yunguan.evaluation.settings import Settings

WHOLE = Decimal(100)


@dataclass(frozen=True)
class Qualitative(Rule):
    """What cannot be counted: ``reached`` is the degree of achievement, 0 to 100."""

    code = "qualitative"
    title = "定性指标（按达成程度分三档得分）"
    sign = "定性"
    needs_target = False

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del target, sample
        upper, lower = settings.cuts
        share = within(reached / WHOLE)
        says = f"达成程度 {plain(reached)}%，"
        if reached >= upper:
            return Judgement(share, f"{says}属“达成年度指标”（100%—{plain(upper)}%）。", Verdict.MET)
        if reached >= lower:
            grade = f"属“部分达成并具有一定效果”（{plain(upper)}%—{plain(lower)}%）。"
        else:
            grade = f"属“未达成且效果较差”（{plain(lower)}%—0%）。"
        return Judgement(share, says + grade, Verdict.MISSED, reason_owed=True)

    def problems(self, target: Target) -> Iterator[str]:
        yield from super().problems(target)
        if not target.words:
            yield "定性指标须用文字写明要达到什么。"
