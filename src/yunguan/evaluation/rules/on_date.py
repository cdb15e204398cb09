"""时效指标: done by the day aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from yunguan.evaluation.rule import ALL, Judgement, Rule, Sample, Target, Verdict, plain, told, within
from yunguan.evaluation.settings import Settings


@dataclass(frozen=True)
class OnDate(Rule):
    """On or before the day."""

    code = "on_date"
    title = "时效指标（按期完成得满分，逾期按设定比例得分）"
    sign = "不迟于"
    takes = date

    def _judge(self, target: Target, reached: Any, settings: Settings, sample: Sample | None) -> Judgement:
        del sample
        day = target.value
        assert isinstance(day, date)  # noqa: S101 - `problems` refuses a scheme with another target
        if reached <= day:
            return Judgement(ALL, f"{told(reached)}完成，不迟于{told(day)}，得满分。", Verdict.MET)
        share = within(settings.late_share)
        late = (reached - day).days
        says = f"{told(reached)}完成，逾期 {late} 天，得 {plain(share * 100)}% 的分值。"
        return Judgement(share, says, Verdict.MISSED, reason_owed=True)

    def problems(self, target: Target) -> Iterator[str]:
        if target.value is not None and not isinstance(target.value, date):
            yield "时效指标的目标值应是日期。"
