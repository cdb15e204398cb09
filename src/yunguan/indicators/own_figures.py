"""Figures over registers of one's own: the same expressions as the declared ones, made from what a section chose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from yunguan.core.expressions import Count, CountDistinct, Expression, Rows, Sum, rows
from yunguan.indicators.indicator import Indicator, Source
from yunguan.registers.own.definition import Definition, FieldKind, FigureDefinition, Measure, Where, day_of
from yunguan.registers.own.figures import divisor_of
from yunguan.registers.own.refresh import generation, known


def own_indicators() -> Iterator[Indicator]:
    """Every figure of every register of one's own; its id is ``own.<register>.<code>``. No section owes it."""
    for definition in known():
        for figure in definition.figures:
            yield indicator_of(definition, figure)


def indicator_of(definition: Definition, figure: FigureDefinition) -> Indicator:
    """One figure as the catalogue knows it."""
    return Indicator(
        id=f"own.{definition.code}.{figure.code}",
        title=figure.title,
        unit=figure.unit,
        expression=_expression(definition, figure),
        section=definition.section,
        every="",
    )


def _expression(definition: Definition, figure: FigureDefinition) -> Expression:
    if figure.below is None:
        return _leaf(definition, figure.above, figure.unit)
    return _leaf(definition, figure.above, "") / _leaf(definition, figure.below, "")


def _leaf(definition: Definition, measure: Measure, unit: str) -> Count | CountDistinct | Sum:
    counted = _rows(definition, measure)
    if measure.kind == "count":
        return counted.count()
    if measure.kind == "distinct":
        return counted.distinct(measure.column)
    return counted.sum(measure.column, divisor_of(definition, measure, unit))


def _rows(definition: Definition, measure: Measure) -> Rows:
    """The rows in force on the as-of date; of a register with a date those whose date lies in the period."""
    found = rows(definition.register).in_state("valid")
    if definition.period:
        found = found.in_period()
    for test in measure.tests:
        found = found.where(**{f"{test.field}__{test.operator}": _value(definition, test)})
    return found


def _value(definition: Definition, test: Where) -> Any:
    each = definition.by_name.get(test.field)
    dated = each is not None and each.kind is FieldKind.DATE and isinstance(test.value, str)
    return day_of(test.value) if dated else test.value


OWN = Source(generation, own_indicators)
"""What the catalogue draws from."""
