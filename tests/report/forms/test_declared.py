"""The shipped forms, filled from a whole year that leaves nothing open."""

import os
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.report.forms.given import facts
from tests.report.forms.whole_year import WHOLE_YEAR
from yunguan.indicators.indicator import catalogue
from yunguan.report.form_facts import Cap, FormFacts, FundLine, Funds
from yunguan.report.forms.fill import fill_all
from yunguan.report.forms.filled import FilledForm, SumOf, form_text
from yunguan.report.forms.shelf import forms
from yunguan.report.inlines import FigureMark

GOLDEN = Path(__file__).parents[2] / "golden" / "forms_2023.txt"
ALL = fill_all(forms(), WHOLE_YEAR)


def one(code: str, known: FormFacts = WHOLE_YEAR) -> FilledForm:
    return next(filled for filled in fill_all(forms(), known) if filled.code == code)


def test_the_forms_say_what_they_said_when_they_were_read() -> None:
    text = "\n\n".join("\n".join(line.rstrip() for line in form_text(filled)) for filled in ALL) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_a_year_that_leaves_nothing_open_has_no_gap_and_nothing_to_put_right() -> None:
    assert [gap for filled in ALL for gap in filled.gaps] == []
    assert [complaint for filled in ALL for complaint in filled.complaints] == []


def test_the_attachments_are_numbered_and_each_project_has_its_own() -> None:
    annexes = [filled.annex for filled in ALL if filled.annex]
    assert annexes == ["附件1", "附件2", "附件3-1", "附件3-2", "附件3-3", "附件4", "附件5", "附件6"]


@pytest.mark.parametrize("filled", [pytest.param(each, id=each.sheet) for each in ALL])
def test_the_cells_cover_the_grid_once(filled: FilledForm) -> None:
    covered = [
        (row, column)
        for cell in filled.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    ]
    whole = [(row, column) for row in range(filled.height) for column in range(len(filled.widths))]
    assert sorted(covered) == whole


@pytest.mark.parametrize("filled", [pytest.param(each, id=each.sheet) for each in ALL])
def test_a_printed_sum_is_the_sum_of_what_is_printed(filled: FilledForm) -> None:
    for cell in filled.cells:
        if isinstance(cell.formula, SumOf):
            parts = [term.sign * Decimal(filled.at(term.row, term.column).text) for term in cell.formula.terms]
            assert Decimal(cell.text) == sum(parts)


def test_the_same_number_in_two_forms_comes_from_one_figure() -> None:
    def ids(code: str, pattern: str) -> set[str]:
        return {cell.figure for cell in one(code).cells if re.fullmatch(pattern, cell.figure)}

    basic = r"finance\.basic\.(initial|adjusted)_budget"
    assert ids("base_data", basic) == ids("department_self_evaluation", basic)
    project = r"finance\.project\.road_transport_service"
    assert ids("base_data", project) == ids("project_self_evaluation", project) == {project.replace("\\", "")}


def test_nothing_known_leaves_gaps_and_no_number() -> None:
    codes = {inline.id for filled in ALL for inline in filled.inlines() if isinstance(inline, FigureMark)}
    empty = fill_all(forms(), facts(dict.fromkeys(codes)))
    numbers = [cell.text for filled in empty for cell in filled.cells if cell.number is not None]
    assert numbers == []
    assert all(filled.gaps for filled in empty)


def test_a_score_that_is_capped_is_told_below_the_total() -> None:
    department = replace(WHOLE_YEAR.department, caps=(Cap(Decimal(89), "预算执行率低于90%，总分不超过89分。"),))
    rows = list(form_text(one("department_self_evaluation", replace(WHOLE_YEAR, department=department))))
    assert rows[-3:-1] == ["总分 | 100 | 99.82 | ", "封顶后总分 |  | 89 | 预算执行率低于90%，总分不超过89分。"]


def test_a_fund_with_money_lists_its_lines_and_has_no_note_of_emptiness() -> None:
    line = FundLine("2120801 征地和拆迁补偿支出", Decimal(10), Decimal(8), Decimal(6))
    names = ("initial_budget", "adjusted_budget")
    values = {f"finance.government_fund.{name}": value for name, value in zip(names, ("10", "8"), strict=True)}
    figures = facts(values | {"finance.government_fund": "6"}).figure
    known = replace(
        WHOLE_YEAR, funds=Funds((line,), (), ()), figure=lambda code: figures(code) or WHOLE_YEAR.figure(code)
    )
    filled = one("government_fund", known)
    assert [cell.text for cell in filled.row(1)[:6]] == [line.title, "10.00", "8.00", "6.00", "75.00%", "2.00"]
    assert [cell.text for cell in filled.row(2)[:6]] == ["合计", "10.00", "8.00", "6.00", "75.00%", "2.00"]
    assert (filled.notes, filled.complaints) == ((), ())


def test_every_figure_that_a_form_asks_for_is_in_the_catalogue() -> None:
    asked = {inline.id for filled in ALL for inline in filled.inlines() if isinstance(inline, FigureMark)}
    assert [code for code in sorted(asked) if code not in catalogue()] == []
    assert len(asked) > 50
