"""Two rounds of one evaluation laid side by side: which items changed, and in what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

LABELS = {
    "points": "分值",
    "target_words": "目标值",
    "actual": "实际完成值",
    "computed": "系统计分",
    "score": "自评得分",
    "review": "复核得分",
    "evidence": "佐证材料",
    "reason": "偏差原因",
    "measure": "改进措施",
}
"""What is compared of an item, by its key in the handed-in tree."""


@dataclass(frozen=True)
class Difference:
    """One thing of an item that is another than before; "" where there is nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Compared:
    """An item of either round with what changed; ``gained`` is the later score less the earlier one, where both are."""

    id: str
    title: str
    differences: tuple[Difference, ...]
    gained: Decimal | None


def compare(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> list[Compared]:
    """The items that changed between two handed-in trees, in the order of the later one; what fell away is last."""
    before = {each["id"]: each for each in leaves(earlier)}
    after = {each["id"]: each for each in leaves(later)}
    found = [_compared(name, before.get(name), after.get(name)) for name in dict.fromkeys([*after, *before])]
    return [each for each in found if each.differences]


def leaves(tree: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The items of a handed-in tree."""
    for child in tree["children"]:
        if "children" in child:
            yield from leaves(child)
        else:
            yield child


def _compared(name: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Compared:
    title = str((after or before or {})["title"])
    if before is None:
        return Compared(name, title, (Difference("指标", "", "新增"),), None)
    if after is None:
        return Compared(name, title, (Difference("指标", "原有", "删去"),), None)
    changed = tuple(
        Difference(label, _words(before, key), _words(after, key))
        for key, label in LABELS.items()
        if before.get(key) != after.get(key)
    )
    return Compared(name, title, changed, _gained(before.get("score"), after.get("score")))


def _words(leaf: Mapping[str, Any], key: str) -> str:
    value = leaf.get(key)
    return "" if value is None else str(value)


def _gained(before: str | None, after: str | None) -> Decimal | None:
    return None if before is None or after is None else Decimal(after) - Decimal(before)
