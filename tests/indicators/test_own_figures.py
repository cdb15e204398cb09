"""Figures over a register of one's own: the same on the house's database and on DuckDB, with records and formula."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.registers.own.making import NOW, clerk, county, defined, definition, head, row
from tests.registers.own.test_asking import LEIYANG, sent
from yunguan.core.period import Period
from yunguan.indicators.duck import DuckEngine, export_parquet
from yunguan.indicators.indicator import catalogue
from yunguan.indicators.own_figures import indicator_of
from yunguan.indicators.selectors import figures, question_of, trails
from yunguan.indicators.services import owed_by
from yunguan.office.scope import scope_of
from yunguan.office.workflow.runtime import Order, move
from yunguan.registers.own.definition import FigureDefinition, Measure, Where
from yunguan.registers.own.figures import add_figure

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)
DONE = (Where("c5", "eq", value=True),)


@dataclass(frozen=True)
class Case:
    """A figure and what comes out when counted by hand."""

    figure: FigureDefinition
    expected: str | None


CASES = (
    Case(FigureDefinition("n", "处数", "处", Measure("count")), "3"),
    Case(FigureDefinition("done", "已整改", "处", Measure("count", tests=DONE)), "2"),
    Case(FigureDefinition("levels", "等级数", "种", Measure("distinct", "c3")), "2"),
    Case(FigureDefinition("sum", "隐患数", "个", Measure("sum", "c6")), "6"),
    Case(FigureDefinition("yuan", "资金", "元", Measure("sum", "c4")), "30.5"),
    Case(FigureDefinition("wan", "资金万元", "万元", Measure("sum", "c4")), "0.00305"),
    Case(FigureDefinition("rate", "整改率", "%", Measure("count", tests=DONE), Measure("count")), "66.67"),
    Case(
        FigureDefinition(
            "part", "重大占比", "%", Measure("sum", "c6", (Where("c3", "eq", "2"),)), Measure("sum", "c6")
        ),
        "33.33",
    ),
    Case(FigureDefinition("late", "二月后", "处", Measure("count", tests=(Where("c2", "ge", "2026-01-02"),))), "2"),
    Case(FigureDefinition("blank", "无备注", "处", Measure("count", tests=(Where("c7", "isnull", value=True),))), "3"),
)


def world() -> None:
    """Three rows in force, one void, one of another year."""
    own = defined()
    row(1)
    row(2, c3="2", c4=1050)
    row(3, c5=False)
    move(row(4), Order("void", clerk(), date(2026, 3, 2), NOW, reason="重复"))
    row(5, c2=date(2025, 12, 31))
    for case in CASES:
        add_figure(own=own, figure=case.figure, user=head(), now=NOW)


def test_every_figure_is_what_one_counts_by_hand_on_both_engines(tmp_path: Path) -> None:
    world()
    export_parquet(tmp_path)
    question = question_of(YEAR)
    ids = [f"own.danger.{case.figure.code}" for case in CASES]
    here, there = figures(question, ids), figures(question, ids, engine=DuckEngine(tmp_path))
    assert {id_: found.value for id_, found in here.items()} == {id_: found.value for id_, found in there.items()}
    for case in CASES:
        value = here[f"own.danger.{case.figure.code}"].value
        assert value is not None
        assert case.expected is not None
        assert round(value, 5 if case.figure.unit == "万元" else 2) == Decimal(case.expected)


def test_the_records_behind_a_figure_are_listed_and_the_formula_is_chinese() -> None:
    world()
    (operand,) = trails("own.danger.done", question_of(YEAR))
    assert [str(each) for each in operand.records()] == ["YH-001", "YH-002"]
    (figure,) = figures(question_of(YEAR), ["own.danger.done"]).values()
    assert figure.formula == "《隐患排查情况表》中“已整改”为“是”、截止日状态为“有效”、“排查日期”在期内的记录数"


def test_a_figure_is_as_of_its_day() -> None:
    world()
    assert figures(question_of(YEAR, as_of=date(2026, 1, 1)), ["own.danger.n"])["own.danger.n"].value == 1


def test_a_county_counts_its_own_rows() -> None:
    own = defined()
    sent(own, LEIYANG)
    row(1)
    row(2, county())
    add_figure(own=own, figure=CASES[0].figure, user=head(), now=NOW)
    mine = scope_of(county())
    assert figures(question_of(YEAR, scope=mine), ["own.danger.n"], scope=mine)["own.danger.n"].value == 1
    assert figures(question_of(YEAR), ["own.danger.n"])["own.danger.n"].value == 2


def test_another_section_that_was_not_asked_counts_nothing() -> None:
    world()
    mine = scope_of(clerk("passenger"))
    assert figures(question_of(YEAR, scope=mine), ["own.danger.n"], scope=mine)["own.danger.n"].value is None


def test_figures_of_ones_own_stand_in_the_catalogue_and_in_no_return() -> None:
    world()
    assert "own.danger.rate" in catalogue()
    assert not [each for each in owed_by("safety", YEAR) if each.id.startswith("own.")]


def test_a_figure_without_a_date_counts_what_is_in_force_on_the_day() -> None:
    own = defined(period="")
    add_figure(own=own, figure=CASES[0].figure, user=head(), now=NOW)
    row(1)
    at = {
        day: figures(question_of(YEAR, as_of=day), ["own.danger.n"])["own.danger.n"].value
        for day in (date(2026, 3, 1), date(2026, 3, 2))
    }
    assert at == {date(2026, 3, 1): 0, date(2026, 3, 2): 1}
    assert indicator_of(definition(), CASES[0].figure).id == "own.danger.n"
