from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.evaluation.cases import goal, project, task
from tests.report.figures import UNIT
from yunguan.core.figure import Figure
from yunguan.core.period import Period
from yunguan.report.form_source import FigureShelf, facts_of, stems
from yunguan.report.forms import shelf
from yunguan.report.produce import told_forms

pytestmark = pytest.mark.django_db
YEAR = Period.year(2023)


def test_every_project_s_own_figure_is_found_by_its_code() -> None:
    assert stems()["DLYSFW"] == "finance.project.road_transport_service"
    assert len(stems()) == 3


def test_unit_and_superior_are_named() -> None:
    facts = facts_of(FigureShelf(2023))
    assert (facts.unit, facts.superior, facts.department.name) == (UNIT, "衡阳市交通运输局", UNIT)


def test_a_goal_is_told_with_its_tasks_and_its_money_in_ten_thousands() -> None:
    task(goal(), yuan="358000")
    department = facts_of(FigureShelf(2023)).department
    assert department.goal.annual == "全年完成考核不少于24场。"
    assert department.goal.money.total == Decimal("1273.84")
    assert [(each.title, each.total) for each in department.tasks or ()] == [("安全考核", Decimal("35.8"))]


def test_a_project_has_its_goal_and_its_figures() -> None:
    goal("DLYSFW", project=project(), yuan="200000")
    (subject,) = facts_of(FigureShelf(2023)).projects
    assert (subject.code, subject.goal.attribute, subject.goal.mid_money.total) == ("DLYSFW", "新增项目", "")
    initial = subject.money.total.initial
    assert isinstance(initial, Figure)
    assert initial.id == "finance.project.road_transport_service.initial_budget"


def test_nothing_known_is_unknown_and_never_nothing() -> None:
    department = facts_of(FigureShelf(2023)).department
    assert (department.goal.annual, department.tasks, department.watch.rows) == (None, None, None)
    assert department.money.other.initial is None


def test_an_empty_house_fills_every_form_with_gaps() -> None:
    told = told_forms(YEAR)
    assert [form.annex for form in told.attachments] == ["附件1", "附件2", "附件4", "附件5", "附件6"]
    assert [form.code for form in told.attachments if not form.gaps] == []
    assert {form.code for form in told.more} == {"department_goal", "monitoring"}


def test_a_part_of_a_year_has_no_forms() -> None:
    assert told_forms(Period.half(2023, 1)).attachments == ()


def test_a_centre_s_own_form_is_filled_instead(tmp_path: Path) -> None:
    shipped = (Path(__file__).parents[2] / "src/yunguan/report/forms/declared/base_data.toml").read_text(
        encoding="utf-8"
    )
    (tmp_path / "base_data.toml").write_text(shipped.replace("填报单位：", "单位名称："), encoding="utf-8")
    first, *_ = told_forms(YEAR, tmp_path).attachments
    assert [inline.text for inline in first.left] == ["单位名称：", UNIT]
    assert replace(shelf.forms(tmp_path).get("base_data"), left="") == replace(shelf.forms().get("base_data"), left="")
