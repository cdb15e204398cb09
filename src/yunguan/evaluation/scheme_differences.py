"""Two schemes side by side: which indicators and settings are different, in words."""

from __future__ import annotations

from collections.abc import Mapping

from yunguan.evaluation.comparing import Compared, Difference
from yunguan.evaluation.editing import groups_of
from yunguan.evaluation.rule import plain
from yunguan.evaluation.scheme import Item, Scheme
from yunguan.evaluation.setting_words import words_of

_NONE: Mapping[str, str] = {}


def compare_schemes(before: Scheme, after: Scheme) -> list[Compared]:
    """What is different: the head, the indicators of all levels in the order of the later scheme, the settings."""
    old, new = _words(before), _words(after)
    found = [_compared(name, old.get(name, _NONE), new.get(name, _NONE)) for name in dict.fromkeys([*new, *old])]
    return [each for each in found if each.differences]


def _compared(name: str, before: Mapping[str, str], after: Mapping[str, str]) -> Compared:
    title = after.get("名称") or before.get("名称") or ""
    if not before or not after:
        return Compared(
            name, title, (Difference("指标", "", "新增") if after else Difference("指标", "原有", "删去"),), None
        )
    changed = (
        Difference(label, before.get(label, ""), after.get(label, "")) for label in dict.fromkeys([*before, *after])
    )
    return Compared(name, title, tuple(each for each in changed if each.before != each.after), None)


def _words(scheme: Scheme) -> dict[str, dict[str, str]]:
    head = {"名称": "基本情况", "标题": scheme.title, "依据文件": scheme.doc_no, "说明": scheme.note}
    groups = {f"group:{each.id}": {"名称": each.title, "分值": plain(each.points)} for each in groups_of(scheme)}
    items = {f"item:{each.id}": _of_item(each) for each in scheme.items()}
    settings = {"名称": "设置"} | {each.label: each.words for each in words_of(scheme.settings)}
    return {"head": head, **groups, **items, "settings": settings}


def _of_item(item: Item) -> dict[str, str]:
    target = item.target
    return {
        "名称": item.title,
        "分值": plain(item.points),
        "计分规则": item.rule.wording(),
        "目标值": item.aim,
        "目标来源": target.source.label,
        "目标依据": target.basis,
        "基期值": "" if target.baseline is None else plain(target.baseline),
        "计量单位": item.unit,
        "取数指标": item.figure,
        "计分方式": item.mode.label,
        "填写科室": item.section,
        "计算公式": item.formula,
    }
