from datetime import date
from decimal import Decimal

import pytest

from tests.report.forms.given import column, facts, figures_of, filled, form
from yunguan.core.figure import Origin
from yunguan.report.form_facts import Goal, Subject, Task
from yunguan.report.forms.fill import fill, fill_all
from yunguan.report.forms.filled import form_text
from yunguan.report.forms.model import FormError
from yunguan.report.inlines import FigureMark

MONEY = {"a": "29.46", "b": "12", "none": None}
TASKS = (
    Task("甲事", "一", Decimal(20), Decimal(20), Decimal(0)),
    Task("甲事", "二", Decimal("3.8"), Decimal(3), Decimal("0.8")),
    Task("乙事", "二", Decimal(12), Decimal(12), Decimal(0)),
)


def department(**changes: object) -> Subject:
    return Subject("department", "某中心", **changes)  # type: ignore[arg-type]


def test_a_figure_stands_in_its_cell_with_id_and_origin() -> None:
    cell = filled(["甲", "{{a|decimal2}}"], known=facts(MONEY)).at(0, 1)
    (mark,) = cell.inlines
    assert isinstance(mark, FigureMark)
    assert (mark.id, mark.shown, mark.origin) == ("a", "29.46", Origin.COMPUTED)
    assert (cell.figure, cell.number, cell.number_format) == ("a", Decimal("29.46"), "0.00")


def test_a_figure_without_value_is_a_gap_and_never_0() -> None:
    one = filled(["甲", "{{none|decimal2}}"], known=facts(MONEY))
    cell = one.at(0, 1)
    assert (cell.text, cell.number, cell.gap) == ("【待填】", None, True)
    assert one.gaps == ("试填表：甲",)


def test_a_zero_is_printed_and_no_gap() -> None:
    cell = filled(["甲", "{{a|decimal2}}"], known=facts({"a": 0})).at(0, 1)
    assert (cell.text, cell.number, cell.gap) == ("0.00", Decimal(0), False)


def test_a_percentage_is_held_as_a_ratio() -> None:
    cell = filled(["甲", "{{a|percent2}}"], known=facts({"a": "87.142857"})).at(0, 1)
    assert (cell.text, cell.number, cell.number_format) == ("87.14%", Decimal("0.87142857"), "0.00%")


def test_words_and_figures_may_share_a_cell() -> None:
    cell = filled(["甲", "共{{a|decimal2}}万元"], known=facts(MONEY)).at(0, 1)
    assert (cell.text, cell.number, cell.figure) == ("共29.46万元", None, "a")


def test_facts_are_told_as_words_and_days() -> None:
    known = facts(department=department(goal=Goal(starts_on=date(2023, 1, 1), annual="做好")))
    one = filled(["{year}年、{last_year}年", "{goal.starts_on}：{goal.annual}"], known=known, left="单位：{unit}")
    assert [cell.text for cell in one.cells] == ["2023年、2022年", "2023年1月1日：做好"]
    assert [inline.text for inline in one.left] == ["单位：", "某中心"]


def test_a_fact_that_nobody_knows_is_a_gap() -> None:
    assert column(filled(["甲", "{goal.annual}"])) == ["【待填】"]


def test_words_of_the_facts_are_never_read_as_marks() -> None:
    known = facts(MONEY, department=department(goal=Goal(annual="{{a|decimal2}}{unit}")))
    assert column(filled(["甲", "{goal.annual}"], known=known)) == ["{{a|decimal2}}{unit}"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{x|decimal2}}", "第 1 行第 2 格：没有编号为“x”的指标"),
        ("{{a|roman}}", "格式“roman”不存在"),
        ("{{a|integer}}", "不是整数"),
        ("{nobody}", "“{nobody}”没有所指，这里可用："),
        ("{goal.colour}", "“colour”没有所指"),
        ("{goal.__class__}", "“__class__”没有所指"),
        ("{unit.upper}", "“upper”没有所指"),
        ("{goal}", "不是一个值，请写到最末一级"),
    ],
)
def test_what_there_is_not_is_refused_with_its_place(text: str, said: str) -> None:
    with pytest.raises(FormError, match=said):
        filled(["甲", text], known=facts(MONEY))


def test_a_row_is_repeated_for_each_thing_of_a_sequence() -> None:
    known = facts(department=department(tasks=TASKS))
    one = filled({"repeat": "tasks", "cells": ["{index}、{item.title}", "{item.total|money}"]}, known=known)
    assert [cell.text for cell in one.cells] == ["1、甲事", "20", "2、甲事", "3.8", "3、乙事", "12"]


def test_neighbours_that_say_the_same_are_one_cell() -> None:
    known = facts(department=department(tasks=TASKS))
    row = {"repeat": "tasks", "merge": ["what", "money"], "cells": ["{item.title}", "{item.content}"]}
    one = filled(row, known=known)
    spans = [(cell.text, cell.rows) for cell in one.cells]
    assert spans == [("甲事", 2), ("一", 1), ("二", 1), ("乙事", 1), ("二", 1)]


def test_a_cell_may_be_one_with_the_cell_above() -> None:
    one = filled(["甲", "一"], ["^", "二"], ["^", "三"])
    assert [(cell.text, cell.row, cell.rows) for cell in one.cells if cell.column == 0] == [("甲", 0, 3)]


def test_an_empty_sequence_is_told_and_an_unknown_one_is_a_gap() -> None:
    row = {"repeat": "tasks", "cells": ["{item.title}", "{item.total|money}"], "otherwise": ["无", ""]}
    none, unknown = (filled(row, known=facts(department=department(tasks=tasks))) for tasks in ((), None))
    assert [cell.text for cell in none.cells] == ["无", ""]
    assert [cell.text for cell in unknown.cells] == ["【待填】", "【待填】"]


def test_there_is_one_form_for_each_project() -> None:
    declared = form(["{subject.name}", "{{p.{subject.code}|decimal2}}"], per="project", annex=3)
    known = facts(projects=(Subject("x", "甲"), Subject("y", "乙")), figure=figures_of({"p.x": 1, "p.y": 2}))
    first, second = fill_all([declared], known)
    assert (first.annex, first.sheet, first.at(0, 1).text) == ("附件3-1", "试填表-甲", "1.00")
    assert (second.annex, second.sheet, second.at(0, 1).text) == ("附件3-2", "试填表-乙", "2.00")


def test_a_table_without_money_says_so_and_one_with_money_does_not() -> None:
    declared = form(["甲", "{{a|decimal2}}"], empty={"figures": ["a"], "note": "本表无数据。"})
    notes = [
        [line[0].text for line in fill(declared, known, known.department).notes]
        for known in (facts({"a": 0}), facts({"a": 1}), facts({"a": None}))
    ]
    assert notes == [["本表无数据。"], [], []]


def test_a_form_tells_itself_as_plain_text() -> None:
    one = filled(["甲", "{{a|decimal2}}"], known=facts(MONEY), notes=["注"], signature=["填表人："], right="万元")
    assert list(form_text(one)) == ["试填表", " | 万元", "甲 | 29.46", "注", "填表人：　　　　"]
