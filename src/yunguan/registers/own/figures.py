"""Figures over a register of one's own: what may be counted, added up and divided, and what a condition may ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from yunguan.core.columns import Column
from yunguan.core.finding import Problem
from yunguan.office.people import User
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.book import books
from yunguan.registers.importing.cells import verdict_on
from yunguan.registers.importing.verdict import Context
from yunguan.registers.own.definition import (
    ORDERED,
    SUMMED,
    Definition,
    FieldDefinition,
    FieldKind,
    FigureDefinition,
    Measure,
    Where,
    from_json,
)
from yunguan.registers.own.services import known_again, own_locked, write_definition
from yunguan.registers.own.tables import OwnRegister

OPERATORS = {
    "eq": "等于",
    "ne": "不等于",
    "gt": "大于",
    "ge": "不小于",
    "lt": "小于",
    "le": "不大于",
    "startswith": "开头是",
    "filled": "已填",
    "blank": "未填",
}
MEASURES = {"count": "记录数", "distinct": "不同值个数", "sum": "合计"}
MONEY_UNITS = {"元": 100, "万元": 1_000_000}
"""Fen in the unit in which a sum of money is told."""
MOST_FIGURES = 40
_CODE = re.compile(r"[a-z][a-z0-9_]{0,23}")
_WITHOUT_VALUE = frozenset({"filled", "blank"})


@known_again
def add_figure(*, own: OwnRegister, figure: FigureDefinition, user: User, now: datetime) -> FigureDefinition:
    """One more figure; Refused with what must be put right."""
    own = own_locked(own, user)
    definition = from_json(own.definition)
    figure = replace(figure, code=figure.code or _free_code(definition))
    problems = list(problems_of_figure(definition, figure))
    if problems:
        raise Refused(*problems)
    write_definition(own, replace(definition, figures=(*definition.figures, figure)), user, now, "新增指标")
    return figure


@known_again
def drop_figure(*, own: OwnRegister, code: str, user: User, now: datetime) -> None:
    """Take a figure away; its former definition stands in the history."""
    own = own_locked(own, user)
    definition = from_json(own.definition)
    kept = tuple(each for each in definition.figures if each.code != code)
    write_definition(own, replace(definition, figures=kept), user, now, "删除指标")


def problems_of_figure(definition: Definition, figure: FigureDefinition) -> Iterator[Problem]:
    """What is wrong with a figure that is to be added."""
    if not figure.title or len(figure.title) > 60:  # noqa: PLR2004 - a line of the figures page
        yield Problem("title", "请填写指标名称，不超过 60 个字。")
    if not _CODE.fullmatch(figure.code):
        yield Problem("code", "指标编码须以小写英文字母开头，只用小写字母、数字和下划线。")
    if figure.code in {each.code for each in definition.figures}:
        yield Problem("code", f"编码“{figure.code}”已被使用，请换一个，或留空由系统编号。")
    if figure.title in {each.title for each in definition.figures}:
        yield Problem("title", f"已有名为“{figure.title}”的指标，请换一个名称。")
    if len(definition.figures) >= MOST_FIGURES:
        yield Problem("", f"一本台账最多 {MOST_FIGURES} 个指标，请先删去不用的。")
    for measure in (figure.above, figure.below):
        if measure is not None:
            yield from _of_measure(definition, measure)
    if figure.below is None and _sums_money(definition, figure.above) and figure.unit not in MONEY_UNITS:
        yield Problem("unit", "金额的合计以元或万元为单位，请改正。")
    if not figure.unit or len(figure.unit) > 10:  # noqa: PLR2004 - a unit is a word
        yield Problem("unit", "请填写单位，如家、辆、人次，不超过 10 个字。")


def where_of(definition: Definition, field: str, operator: str, typed: str) -> Where:
    """A condition from what was typed; Refused where the value is none of the column."""
    each = _condition_field(definition, field)
    if operator not in operators_of(each):
        text = f"“{each.label}”不能用“{OPERATORS.get(operator, operator)}”作条件，请改选。"
        raise Refused(Problem("where", text))
    if operator in _WITHOUT_VALUE:
        return Where(each.name, "isnull", operator == "blank")
    column: Column = books()[definition.register].by_name[each.name]
    verdict = verdict_on(replace(column, required=True), typed, Context())
    if verdict.message:
        raise Refused(Problem("where", f"条件“{each.label}”的值有误：{verdict.message}{verdict.remedy}"))
    value = verdict.value.isoformat() if isinstance(verdict.value, date) else verdict.value
    return Where(each.name, operator, int(value) if isinstance(value, Decimal) else value)


def operators_of(each: FieldDefinition) -> tuple[str, ...]:
    """The comparisons that a column admits."""
    if each.kind is FieldKind.OPERATOR:
        return ("filled", "blank")
    if each.kind in ORDERED:
        return ("eq", "ne", "gt", "ge", "lt", "le", "filled", "blank")
    starts = () if each.kind in {FieldKind.CHOICE, FieldKind.BOOLEAN, FieldKind.AREA} else ("startswith",)
    return ("eq", "ne", *starts, "filled", "blank")


def _condition_field(definition: Definition, name: str) -> FieldDefinition:
    found = next((each for each in definition.live if each.name == name), None)
    if found is None:
        raise Refused(Problem("where", "条件选的列不在台账中，请重新选择。"))
    return found


def _of_measure(definition: Definition, measure: Measure) -> Iterator[Problem]:
    if measure.kind not in MEASURES:
        yield Problem("above", "请选择统计方式：记录数、不同值个数或合计。")
        return
    each = next((found for found in definition.live if found.name == measure.column), None)
    if measure.kind != "count" and each is None:
        yield Problem("above", f"统计“{MEASURES[measure.kind]}”须选择一列。")
    elif measure.kind == "sum" and each is not None and each.kind not in SUMMED:
        yield Problem("above", f"“{each.label}”是{each.kind.label}，不能求合计，请选整数、小数或金额列。")


def _sums_money(definition: Definition, measure: Measure) -> bool:
    each = definition.by_name.get(measure.column)
    return measure.kind == "sum" and each is not None and each.kind is FieldKind.MONEY


def _free_code(definition: Definition) -> str:
    taken = {each.code for each in definition.figures}
    return next(code for number in range(1, len(taken) + 2) if (code := f"f{number}") not in taken)


def divisor_of(definition: Definition, measure: Measure, unit: str) -> int:
    """By what a sum of the integers in the table is divided to be told in its unit."""
    each: Any = definition.by_name[measure.column]
    if each.kind is FieldKind.MONEY:
        return MONEY_UNITS.get(unit, MONEY_UNITS["元"])
    return 10 ** int(each.places) if each.kind is FieldKind.DECIMAL else 1
