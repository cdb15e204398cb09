"""Percentage points told between two rates, 由 90 % 提高到 92 %，提高 2 个百分点, against the rates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.changes import direction
from yunguan.audit.compare import CANNOT, finding, relation
from yunguan.audit.facts import Fact
from yunguan.audit.printing import printed
from yunguan.audit.rule import Verdict
from yunguan.core.finding import Contradiction

_LAST_YEARS = re.compile(r"^(?:而|[较比])?(?:上年|去年|上年度|上一年)(?:度)?(?:同期)?的?(?:为|是)?$")
_TO = re.compile(r"(?:上升|提高|提升|增长|增加|下降|降低|降|升)(?:至|到|为)$")
_WORDS = {True: "增加", False: "减少"}


def points_between(facts: tuple[Fact, ...]) -> Iterator[Verdict]:
    """由 90 % 提高到 92 %，提高 2 个百分点: the points are the difference of the two rates."""
    for first, second, points in zip(facts, facts[1:], facts[2:], strict=False):
        rates = first.quantity.is_rate and second.quantity.is_rate and "百分点" in points.quantity.unit
        led = bool(_TO.search(second.lead)), bool(_LAST_YEARS.match(second.lead))
        if not rates or not any(led) or direction(points.lead) is None:
            continue
        old, new = (first, second) if led[0] else (second, first)
        gap = new.quantity.value - old.quantity.value
        shown = {"expected": f"{printed(abs(gap))}个百分点", "stated": points.quantity.text}
        message = f"由{old.quantity.text}到{new.quantity.text}"
        said = {direction(points.lead), direction(second.lead)} - {None}
        if said != {gap > 0}:
            text = f"{message}，应是{_WORDS[gap > 0]}，“{points.quote}”的方向不符；{CANNOT}。"
            yield finding(Contradiction, (points, old, new), text, **shown)
        elif abs(abs(gap) - points.quantity.value) > points.quantity.step:
            text = f"{message}相差{shown['expected']}，写的是{points.quantity.text}；{CANNOT}。"
            yield finding(Contradiction, (points, old, new), text, **shown)
        else:
            yield relation((points, old, new))
