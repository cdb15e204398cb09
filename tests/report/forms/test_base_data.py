"""The filled table of 2018: its inputs give the rates and the sums that it prints."""

from tests.report.forms.base_data_2018 import table_of_2018
from tests.report.forms.given import facts
from yunguan.report.form_facts import FormFacts
from yunguan.report.forms.fill import fill
from yunguan.report.forms.filled import FilledForm
from yunguan.report.forms.shelf import forms


def table(known: FormFacts) -> FilledForm:
    return fill(forms().get("base_data"), known, known.department)


def row(one: FilledForm, label: str) -> list[str]:
    first = next(cell for cell in one.cells if cell.text.strip() == label)
    return [cell.text for cell in one.row(first.row)[1:]]


def test_the_rate_of_staff_is_the_printed_one() -> None:
    assert [cell.text for cell in table(table_of_2018()).row(1)] == ["143", "136", "95.10%"]


def test_the_sums_are_the_printed_ones() -> None:
    one = table(table_of_2018())
    assert one.complaints == ()
    assert row(one, "三公经费") == ["29.08", "63.46", "44.29"]
    assert row(one, "1、公务用车购置和维护经费") == ["11.86", "41.46", "39.30"]
    assert row(one, "部门整体支出预算调整") == ["——", "1922.76", "2690.62"]


def test_the_sums_are_worked_out_and_not_copied() -> None:
    wholes = ("actual", "budget", "last_year__actual")
    blank = {f"finance__three_public__{code}": None for code in wholes}
    vehicles = {f"{code}__vehicles": None for code in blank}
    one = table(table_of_2018(**blank, **vehicles, unit__staff_control_rate=None))
    assert row(one, "三公经费") == ["29.08", "63.46", "44.29"]
    assert row(one, "1、公务用车购置和维护经费") == ["11.86", "41.46", "39.30"]
    assert [cell.text for cell in one.row(1)] == ["143", "136", "95.10%"]


def test_what_the_table_left_open_is_a_gap() -> None:
    gaps = table(table_of_2018()).gaps
    assert [gap.partition("：")[2] for gap in gaps] == ["项目支出", "2、运行维护专项", "公用经费", "厉行节约保障措施"]


def test_a_wrong_sum_is_told() -> None:
    one = table(table_of_2018(finance__three_public__actual="44.92"))
    assert one.complaints == (
        "表“部门整体支出绩效评价基础数据表”中“finance.three_public.actual”的指标是44.92，按表内各项算得44.29，请核对各项。",
    )


def test_the_name_of_the_adjustment_goes_by_the_year() -> None:
    labels = {
        year: {cell.text for cell in table(table_of(year)).cells if "预算调整" in cell.text} for year in (2018, 2023)
    }
    assert labels == {2018: {"部门整体支出预算调整"}, 2023: {"部门基本支出预算调整"}}


def table_of(year: int) -> FormFacts:
    """The table of 2018 as if of another year."""
    known = table_of_2018(finance__basic__initial_budget="1", finance__basic__adjusted_budget="2")
    return facts(year=year, figure=known.figure, projects=known.projects, buildings=())
