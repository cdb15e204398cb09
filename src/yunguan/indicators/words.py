"""An expression in Chinese, from the words that the books themselves use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yunguan.core.area import UnknownArea, load_areas
from yunguan.core.expressions import (
    WAN,
    Condition,
    Count,
    CountDistinct,
    Declared,
    Expression,
    GroupMean,
    Ratio,
    Reference,
    Rows,
    Sum,
    Total,
)
from yunguan.indicators.indicator import Indicator
from yunguan.indicators.leaves import Facts

COMPARISONS = {
    "eq": "为",
    "ne": "不为",
    "in": "为",
    "gt": "大于",
    "ge": "不小于",
    "lt": "小于",
    "le": "不大于",
    "startswith": "以",
}


def formula(indicator: Indicator, facts: Mapping[str, Facts], all_of: Mapping[str, Indicator]) -> str:
    """The formula of an indicator as a person would write it."""
    words = _words(indicator.expression, facts, all_of)
    where = area_words(indicator.area)
    return f"{where}：{words}" if where else words


def area_words(code: str) -> str:
    """The name of an area or group; "" for none, 本单位 for the centre itself."""
    if code in {"", "unit"}:
        return {"": "", "unit": "本单位"}[code]
    try:
        return load_areas().name(code)
    except UnknownArea:
        return code


def leaf_words(leaf: Expression, facts: Mapping[str, Facts]) -> str:
    """One leaf in Chinese."""
    match leaf:
        case Count(rows):
            return f"{_rows(rows, facts)}的记录数"
        case CountDistinct(rows, field):
            return f"{_rows(rows, facts)}的不同“{_label(rows, field, facts)}”个数"
        case Sum(rows, field):
            return f"{_rows(rows, facts)}的“{_label(rows, field, facts)}”之和{_remark(leaf)}"
        case GroupMean(numerator, denominator, by):
            groups = _label(numerator.rows, by, facts)
            return (
                f"按“{groups}”分组求（{leaf_words(numerator, facts)} ÷ {leaf_words(denominator, facts)}）"
                "的简单平均（不按人数加权）"
            )
        case _:
            return "由所属科室申报"


def _remark(leaf: Sum) -> str:
    """In what unit a sum is told, and what no row means."""
    said = (("万元", leaf.divisor == WAN), ("没有记录的计 0", leaf.nothing_is_zero))
    remarks = "，".join(words for words, holds in said if holds)
    return f"（{remarks}）" if remarks else ""


def _words(expression: Expression, facts: Mapping[str, Facts], all_of: Mapping[str, Indicator]) -> str:
    match expression:
        case Ratio(numerator, denominator, times):
            share = {1: "", 100: " × 100%"}.get(times, f" × {times}")
            return f"{_words(numerator, facts, all_of)} ÷ {_words(denominator, facts, all_of)}{share}"
        case Total(terms):
            text = "".join(f"{' + ' if sign > 0 else ' - '}{_words(term, facts, all_of)}" for sign, term in terms)
            return f"（{text.removeprefix(' + ')}）"
        case Reference(id=other):
            return f"“{all_of[other].title}”"
        case Declared():
            return "由所属科室申报"
        case GroupMean():
            return f"{leaf_words(expression, facts)} × 100%"
        case _:
            return leaf_words(expression, facts)


def _rows(rows: Rows, facts: Mapping[str, Facts]) -> str:
    known = facts.get(rows.register)
    title = known.title if known else rows.register
    tests = [_condition(condition, known) for condition in rows.conditions]
    if rows.states:
        labels = known.choices.get("state", {}) if known else {}
        names = "”“".join(labels.get(state, state) for state in rows.states)
        tests.append(f"截止日状态为“{names}”")
    if known and rows.dated is not None:
        column = known.period_column if rows.dated in {"", "*"} else rows.dated
        if column:
            tests.append(f"“{known.labels.get(column, column)}”在期内")
    if rows.earlier_years or rows.earlier_months:
        tests.append(_earlier(rows))
    return f"《{title}》中{'、'.join(tests)}" if tests else f"《{title}》"


def _earlier(rows: Rows) -> str:
    years = {0: "", 1: "上年同期"}.get(rows.earlier_years, f"{rows.earlier_years} 年前同期")
    months = {0: "", 1: "上月同期"}.get(rows.earlier_months, f"{rows.earlier_months} 个月前同期")
    return years + months


def _condition(condition: Condition, facts: Facts | None) -> str:
    label = facts.labels.get(condition.field, condition.field) if facts else condition.field
    if condition.operator == "isnull":
        return f"“{label}”{'未填' if condition.value else '已填'}"
    ending = "开头" if condition.operator == "startswith" else ""
    return f"“{label}”{COMPARISONS[condition.operator]}{_shown(condition, facts)}{ending}"


def _shown(condition: Condition, facts: Facts | None) -> str:
    choices = facts.choices.get(condition.field, {}) if facts else {}
    values: tuple[Any, ...] = condition.value if isinstance(condition.value, tuple) else (condition.value,)
    words = [{True: "是", False: "否"}[v] if isinstance(v, bool) else choices.get(v, str(v)) for v in values]
    return "或".join(f"“{word}”" for word in words)


def _label(rows: Rows, field: str, facts: Mapping[str, Facts]) -> str:
    known = facts.get(rows.register)
    if known is None:
        return field
    return known.labels.get(field) or known.labels.get(f"{field}_id", field)
