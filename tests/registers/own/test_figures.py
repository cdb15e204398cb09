"""Which figures may be asked of a register of one's own."""

from __future__ import annotations

import pytest

from tests.registers.own.making import NOW, defined, head
from yunguan.office.workflow.runtime import Refused
from yunguan.registers.own.definition import Definition, FigureDefinition, Measure, Where, from_json
from yunguan.registers.own.figures import add_figure, divisor_of, drop_figure, where_of
from yunguan.registers.own.tables import OwnRegister

pytestmark = pytest.mark.django_db


def stored() -> Definition:
    return from_json(defined().definition)


@pytest.mark.parametrize(
    ("field", "operator", "typed", "expected"),
    [
        ("c1", "startswith", "YH", Where("c1", "startswith", "YH")),
        ("c2", "ge", "2026年1月5日", Where("c2", "ge", "2026-01-05")),
        ("c3", "eq", "重大", Where("c3", "eq", "2")),
        ("c4", "gt", "12.5", Where("c4", "gt", 1250)),
        ("c5", "eq", "否", Where("c5", "eq", value=False)),
        ("c6", "le", "3", Where("c6", "le", 3)),
        ("c7", "filled", "", Where("c7", "isnull", value=False)),
        ("c7", "blank", "", Where("c7", "isnull", value=True)),
    ],
)
def test_a_condition_is_read_as_a_cell_is(field: str, operator: str, typed: str, expected: Where) -> None:
    assert where_of(stored(), field, operator, typed) == expected


@pytest.mark.parametrize(
    ("field", "operator", "typed", "words"),
    [
        ("c3", "eq", "特大", "值有误"),
        ("c2", "eq", "", "没有填写"),
        ("c3", "gt", "重大", "不能用"),
        ("c1", "raw_sql", "1", "不能用"),
        ("state", "eq", "有效", "不在台账中"),
    ],
)
def test_a_wrong_condition_is_refused(field: str, operator: str, typed: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        where_of(stored(), field, operator, typed)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (FigureDefinition("", "", "处", Measure("count")), "指标名称"),
        (FigureDefinition("", "甲", "", Measure("count")), "单位"),
        (FigureDefinition("", "甲", "处", Measure("sum", "c1")), "不能求合计"),
        (FigureDefinition("", "甲", "处", Measure("sum")), "须选择一列"),
        (FigureDefinition("", "甲", "处", Measure("average", "c6")), "统计方式"),
        (FigureDefinition("", "甲", "万元人民币", Measure("sum", "c4")), "元或万元"),
        (FigureDefinition("A.b", "甲", "处", Measure("count")), "指标编码"),
    ],
)
def test_a_wrong_figure_is_refused(figure: FigureDefinition, words: str) -> None:
    with pytest.raises(Refused, match=words):
        add_figure(own=defined(), figure=figure, user=head(), now=NOW)


def test_figures_are_numbered_named_once_and_dropped() -> None:
    own = defined()
    figure = FigureDefinition("", "隐患数", "处", Measure("sum", "c6"))
    assert add_figure(own=own, figure=figure, user=head(), now=NOW).code == "f1"
    with pytest.raises(Refused, match="已有名为"):
        add_figure(own=own, figure=figure, user=head(), now=NOW)
    drop_figure(own=own, code="f1", user=head(), now=NOW)
    assert from_json(OwnRegister.objects.get().definition).figures == ()


def test_a_sum_of_money_is_told_in_its_unit() -> None:
    money, count = Measure("sum", "c4"), Measure("sum", "c6")
    found = stored()
    assert [divisor_of(found, money, "元"), divisor_of(found, money, "万元"), divisor_of(found, count, "处")] == [
        100,
        1_000_000,
        1,
    ]
