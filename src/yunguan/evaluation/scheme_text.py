"""A scheme as plain data and back: how a copy that a user edits is kept, compared and handed on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from yunguan.evaluation.rule import Rule, Target, rule_kinds
from yunguan.evaluation.scheme import Group, Item, Mode, Scheme, SubjectKind
from yunguan.evaluation.settings import Settings


class SchemeFault(ValueError):  # noqa: N818 - an answer, not a fault of ours
    """The data are no scheme; the message says where and what to do."""


def to_data(scheme: Scheme) -> dict[str, Any]:
    """The scheme as what JSON can hold: numbers as strings, rules by their code."""
    return {
        "code": scheme.code,
        "title": scheme.title,
        "year": scheme.year,
        "place": scheme.place,
        "kind": scheme.kind.value,
        "doc_no": scheme.doc_no,
        "confirmed": scheme.confirmed,
        "note": scheme.note,
        "settings": _dump(Settings, scheme.settings),
        "groups": [_node(group) for group in scheme.groups],
    }


def from_data(data: Mapping[str, Any]) -> Scheme:
    """The scheme that the data hold. SchemeFault with the place where they hold none."""
    return Scheme(
        code=_text(data, "code", "方案"),
        title=_text(data, "title", "方案"),
        year=_load(int, data.get("year"), "方案的年度"),
        place=_text(data, "place", "方案"),
        kind=_load(SubjectKind, data.get("kind"), "方案的类型"),
        doc_no=_text(data, "doc_no", "方案"),
        groups=tuple(_group(each, "方案") for each in _list(data, "groups", "方案")),
        settings=_load(Settings, data.get("settings", {}), "方案的设置"),
        confirmed=_load(bool, data.get("confirmed", False), "方案的“已核实”"),
        note=str(data.get("note", "")),
    )


def digest(scheme: Scheme) -> str:
    """What the scheme is, in 64 hexadecimal digits: two schemes with the same one score alike."""
    text = json.dumps(to_data(scheme), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _node(node: Group | Item) -> dict[str, Any]:
    head = {"id": node.id, "title": node.title, "points": format(node.points, "f")}
    if isinstance(node, Group):
        return {**head, "children": [_node(child) for child in node.children]}
    plain = {name: getattr(node, name) for name in _PLAIN}
    rule = {"code": node.rule.code, **_dump(type(node.rule), node.rule)}
    return {
        **head,
        **plain,
        "mode": node.mode.value,
        "rule": rule,
        "target": _target(node.target),
        "sample": list(node.sample) if node.sample else None,
    }


_PLAIN = ("unit", "figure", "own_budget_figure", "section", "formula")


def _target(target: Target) -> dict[str, Any]:
    """A number and a day look alike in JSON: the kind is told beside the value."""
    data = {each.name: getattr(target, each.name) for each in fields(target)}
    day = isinstance(target.value, date)
    shown = target.value.isoformat() if isinstance(target.value, date) else _number(target.value)
    baseline = _number(target.baseline)
    return {**data, "source": target.source.value, "value": shown, "is_date": day, "baseline": baseline}


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _group(data: Mapping[str, Any], where: str) -> Group:
    place = f"{where} › {data.get('title') or data.get('id') or '未命名'}"
    children = tuple(
        _group(each, place) if "children" in each else _item(each, place) for each in _list(data, "children", place)
    )
    return Group(_text(data, "id", place), _text(data, "title", place), _points(data, place), children)


def _item(data: Mapping[str, Any], where: str) -> Item:
    place = f"{where} › {data.get('title') or data.get('id') or '未命名'}"
    sample = data.get("sample")
    return Item(
        _text(data, "id", place),
        _text(data, "title", place),
        _points(data, place),
        _rule(data.get("rule") or {}, place),
        _aim(data.get("target") or {}, place),
        sample=_load(tuple[str, str], sample, f"{place}的样本") if sample else None,
        mode=_load(Mode, data.get("mode", "editable"), f"{place}的计分方式"),
        **{name: str(data.get(name) or "") for name in _PLAIN},
    )


def _rule(data: Mapping[str, Any], place: str) -> Rule:
    kind = rule_kinds().get(str(data.get("code")))
    if kind is None:
        raise SchemeFault(f"{place}：没有名为“{data.get('code')}”的计分规则，可用的有：{'、'.join(rule_kinds())}。")
    parameters = {name: value for name, value in data.items() if name != "code"}
    rule: Rule = _load(kind, parameters, f"{place}的计分规则")
    return rule


def _aim(data: Mapping[str, Any], place: str) -> Target:
    day = bool(data.get("is_date"))
    value = data.get("value")
    known = {name: content for name, content in data.items() if name not in {"value", "is_date"}}
    found = _load(Target, known, f"{place}的目标")
    read = None if value is None else _load(date if day else Decimal, value, f"{place}的目标值")
    return Target(read, found.words, found.source, found.basis, found.baseline)


def _points(data: Mapping[str, Any], place: str) -> Decimal:
    points: Decimal = _load(Decimal, data.get("points"), f"{place}的分值")
    return points


def _text(data: Mapping[str, Any], name: str, place: str) -> str:
    value = data.get(name)
    if not isinstance(value, str) or not value:
        raise SchemeFault(f"{place}缺少“{name}”，请补填。")
    return value


def _list(data: Mapping[str, Any], name: str, place: str) -> list[Mapping[str, Any]]:
    value = data.get(name)
    if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
        raise SchemeFault(f"{place}的“{name}”应是一组指标，请核对。")
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _dump(kind: Any, value: Any) -> Any:
    return _adapter(kind).dump_python(value, mode="json")


def _load(kind: Any, value: Any, place: str) -> Any:
    try:
        return _adapter(kind).validate_python(value)
    except ValidationError as fault:
        first = fault.errors()[0]
        inside = " › ".join(str(part) for part in first["loc"])
        raise SchemeFault(f"{place}{f'（{inside}）' if inside else ''}不能识别，请核对后重新填写。") from fault
