"""Imports of whole workbooks: all or nothing, in the order of references, nothing twice, everything on record."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.factories import account, credit_code
from tests.registers.importing.ledgers import Row, operator_row, plan_row, stock_row, written
from yunguan.office.people import Role, User
from yunguan.office.workflow.tables import Move, StateInterval
from yunguan.registers.book import book
from yunguan.registers.importing.report import FileReport, SheetReport
from yunguan.registers.importing.services import import_workbooks, save_mapping
from yunguan.registers.tables import ImportBatch, Opening

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 2, 1, 9, 0, tzinfo=UTC)
OPERATORS, PLANS, STOCK, VEHICLES = "经营业户名录", "应急预案备案台账", "客运牌证库存", "营运车辆名录"
OPERATOR: Any = book("operator").model
PLAN: Any = book("emergency_plan").model


def take_in(*paths: Path, user: User | None = None, **how: Any) -> list[FileReport]:
    return import_workbooks(list(paths), user=user, now=NOW, **how)


def take_rows(folder: Path, title: str, *rows: Row, **how: Any) -> SheetReport:
    """Import rows as a workbook of their own."""
    (report,) = take_in(written(folder / "a.xlsx", **{title: list(rows)}), **how)
    return report.sheets[0]


def take_operators(folder: Path, *numbers: int) -> None:
    assert take_rows(folder, OPERATORS, *(operator_row(number) for number in numbers)).accepted == len(numbers)


def told(sheet: SheetReport) -> list[tuple[int, str]]:
    return [(each.row, each.header) for each in sheet.refused]


def test_a_workbook_with_one_wrong_row_leaves_nothing_behind(tmp_path: Path) -> None:
    sheet = take_rows(tmp_path, OPERATORS, operator_row(1), operator_row(2, 行业类别="航空"))
    assert (sheet.accepted, sheet.held_back, told(sheet)) == (0, 1, [(3, "行业类别")])
    for model in (OPERATOR, OPERATOR.history.model, StateInterval, Move, ImportBatch, Opening):
        assert model.objects.count() == 0


def test_with_partial_the_right_rows_go_in(tmp_path: Path) -> None:
    sheet = take_rows(tmp_path, OPERATORS, operator_row(1), operator_row(2, 行业类别="航空"), partial=True)
    assert (sheet.accepted, sheet.held_back, sheet.refused_rows) == (1, 0, 1)
    assert [each.name for each in OPERATOR.objects.all()] == ["第1运输有限公司"]
    batch = ImportBatch.objects.get()
    assert (batch.accepted, batch.skipped, batch.refused, batch.at) == (1, 1, 1, NOW)


def test_a_wrong_row_on_one_sheet_keeps_the_other_sheet_out_too(tmp_path: Path) -> None:
    sheets = {OPERATORS: [operator_row(1)], PLANS: [plan_row(1, 备案编号=None)]}
    (report,) = take_in(written(tmp_path / "a.xlsx", **sheets))
    assert (report.imported, [sheet.accepted for sheet in report.sheets]) == (False, [0, 0])
    assert OPERATOR.objects.count() == 0


def test_a_plan_on_one_sheet_may_be_of_an_operator_on_another(tmp_path: Path) -> None:
    sheets = {PLANS: [plan_row(1)], OPERATORS: [operator_row(1)]}
    (report,) = take_in(written(tmp_path / "a.xlsx", **sheets))
    assert (report.imported, report.clean) == (True, True)


def test_workbooks_go_in_in_the_order_that_references_need(tmp_path: Path) -> None:
    plans = written(tmp_path / "a.xlsx", **{PLANS: [plan_row(1)]})
    operators = written(tmp_path / "b.xlsx", **{OPERATORS: [operator_row(1)]})
    first, second = take_in(plans, operators)
    assert (first.path, first.imported, second.imported) == (plans, True, True)


def test_a_reference_to_nothing_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (refused,) = take_rows(tmp_path, PLANS, plan_row(1)).refused
    assert (refused.header, refused.value) == ("统一社会信用代码", credit_code(1))
    assert "《经营业户名录》中没有" in refused.reason
    assert "先在《经营业户名录》中登记" in refused.remedy


def test_the_same_row_again_is_skipped(tmp_path: Path) -> None:
    take_operators(tmp_path, 1)
    sheet = take_rows(tmp_path, OPERATORS, operator_row(1), operator_row(2))
    assert (sheet.accepted, [each.row for each in sheet.skipped]) == (1, [1, 2])
    assert OPERATOR.objects.count() == 2


def test_the_same_key_with_other_content_is_refused_with_both(tmp_path: Path) -> None:
    take_operators(tmp_path, 1)
    (refused,) = take_rows(tmp_path, OPERATORS, operator_row(1, 业户名称="改名有限公司")).refused
    assert "第1运输有限公司" in refused.reason
    assert "改名有限公司" in refused.reason
    assert OPERATOR.objects.get().name == "第1运输有限公司"


def test_a_row_that_moved_on_since_is_refused_with_both_states(tmp_path: Path) -> None:
    take_operators(tmp_path, 1)
    OPERATOR.objects.update(state="suspended")
    (refused,) = take_rows(tmp_path, OPERATORS, operator_row(1)).refused
    assert "停业" in refused.reason
    assert "营业" in refused.reason


def test_a_row_that_is_there_already_is_not_in_its_own_way(tmp_path: Path) -> None:
    rows = [stock_row("一", 1, 100), stock_row("二", 101, 200)]
    assert take_rows(tmp_path, STOCK, *rows).accepted == 2
    again = take_rows(tmp_path, STOCK, *rows, stock_row("三", 201, 300))
    assert (again.accepted, again.refused) == (1, ())
    (refused,) = take_rows(tmp_path, STOCK, stock_row("四", 300, 400)).refused
    assert "与批号“三”重叠" in refused.reason


def test_the_same_row_twice_in_a_file_is_taken_once(tmp_path: Path) -> None:
    sheet = take_rows(tmp_path, STOCK, stock_row("一", 1, 100), stock_row("一", 1, 100))
    assert (sheet.accepted, sheet.refused) == (1, ())
    assert sheet.skipped[-1].reason == "与第 2 行完全相同"


def test_one_key_with_two_contents_in_a_file_is_refused_naming_both_rows(tmp_path: Path) -> None:
    sheet = take_rows(tmp_path, OPERATORS, operator_row(1), operator_row(1, 业户名称="另一家有限公司"), partial=True)
    (refused,) = sheet.refused
    assert (refused.row, sheet.accepted) == (3, 1)
    assert "与第 2 行" in refused.reason
    assert "另一家有限公司" in refused.reason


def test_a_wrong_row_does_not_stand_in_the_way_of_the_right_one(tmp_path: Path) -> None:
    wrong = operator_row(1, 许可证有效期至="2014-01-01")
    sheet = take_rows(tmp_path, OPERATORS, wrong, operator_row(1, 许可证有效期至="2026-01-01"), partial=True)
    assert (sheet.accepted, told(sheet)) == (1, [(2, "许可证有效期至")])


def test_what_else_than_the_key_may_stand_once_is_refused_the_second_time(tmp_path: Path) -> None:
    take_operators(tmp_path, 1, 2, 3)
    take_rows(tmp_path, PLANS, plan_row(1))
    second, third = plan_row(2, 备案编号="备1"), plan_row(3, 备案编号="备9")
    sheet = take_rows(tmp_path, PLANS, second, third, plan_row(2, 版本号="2022版", 备案编号="备9"), partial=True)
    assert told(sheet) == [(2, "备案编号"), (4, "备案编号")]
    assert "与台账中的记录重复" in sheet.refused[0].reason
    assert "与第 3 行重复" in sheet.refused[1].reason


def test_a_name_beside_a_code_must_be_its_name(tmp_path: Path) -> None:
    take_operators(tmp_path, 1)
    (refused,) = take_rows(tmp_path, PLANS, plan_row(1, 企业名称="别家有限公司")).refused
    assert (refused.header, refused.value) == ("企业名称", "别家有限公司")
    assert "第1运输有限公司" in refused.reason


def test_a_later_state_is_taken_over_by_those_who_may_and_logged_as_such(tmp_path: Path) -> None:
    take_operators(tmp_path, 1, 2)
    clerk = account(Role.CLERK, "safety")
    draft = plan_row(2, 备案编号=None, 备案日期=None, 核对日期=None, 提交日期=None, 状态="草稿")
    assert take_rows(tmp_path, PLANS, plan_row(1), draft, user=clerk).accepted == 2
    moves = Move.objects.filter(register="emergency_plan").values_list("transition", "to_state", "on", "by")
    assert list(moves) == [
        ("take_over", "filed", date(2023, 3, 10), clerk.pk),
        ("import", "draft", date(2024, 2, 1), clerk.pk),
    ]


def test_others_may_not_take_over_a_later_state(tmp_path: Path) -> None:
    take_operators(tmp_path, 1)
    (refused,) = take_rows(tmp_path, PLANS, plan_row(1), user=account(Role.FINANCE, "safety")).refused
    assert (refused.header, refused.value) == ("状态", "已备案")
    assert "您无权直接导入状态为“已备案”的记录" in refused.reason


def test_another_sections_register_is_not_open_for_import(tmp_path: Path) -> None:
    sheet = take_rows(tmp_path, OPERATORS, operator_row(1), user=account(Role.CLERK, "safety"))
    assert sheet.questions == ("您不能向《经营业户名录》导入，请由主管科室办理。",)
    assert OPERATOR.objects.count() == 0


def test_history_intervals_and_the_deadline_are_written(tmp_path: Path) -> None:
    take_operators(tmp_path, 1, 2)
    clerk = account(Role.CLERK, "safety")
    waiting = plan_row(2, 备案编号=None, 备案日期=None, 核对日期=None, 状态="已提交")
    take_rows(tmp_path, PLANS, plan_row(1), waiting, user=clerk)
    filed, submitted = PLAN.objects.order_by("pk")
    (line,) = filed.history.all()
    assert (line.history_type, line.history_date, line.history_user, line.state) == ("+", NOW, clerk, "filed")
    spans = StateInterval.objects.filter(register="emergency_plan", record_id=filed.pk).order_by("valid_from")
    assert [(each.state, each.valid_from, each.valid_to, each.recorded_at) for each in spans] == [
        ("submitted", date(2023, 3, 6), date(2023, 3, 8), NOW),
        ("checking", date(2023, 3, 8), date(2023, 3, 10), NOW),
        ("filed", date(2023, 3, 10), None, NOW),
    ]
    assert (filed.due_on, submitted.due_on) == (None, date(2023, 3, 13))


def test_an_import_opens_the_register_for_the_years_of_its_rows(tmp_path: Path) -> None:
    take_rows(tmp_path, STOCK, stock_row("一", 1, 100))
    assert list(Opening.objects.values_list("register", "year")) == [("plate_stock", 2023)]


def test_an_unknown_heading_is_named_and_nothing_is_read(tmp_path: Path) -> None:
    sheet = take_rows(tmp_path, OPERATORS, operator_row(1, 经办人签字="张"))
    assert sheet.unknown == ("经办人签字",)
    assert "“经办人签字”不是本台账的列" in sheet.questions[0]
    assert (sheet.accepted, OPERATOR.objects.count()) == (0, 0)


def test_a_missing_required_column_is_named(tmp_path: Path) -> None:
    row = {head: cell for head, cell in operator_row(1).items() if head != "业户类型"}
    assert take_rows(tmp_path, OPERATORS, row).questions == ("缺少必填列“业户类型”，请补充或指定对应关系。",)


def test_a_heading_mapped_once_is_known_always(tmp_path: Path) -> None:
    save_mapping(register="operator", source="省厅", headers={"经办人签字": ""}, now=NOW)
    save_mapping(register="operator", source="省厅", headers={"公司": "name"}, now=NOW)
    row = {"公司" if head == "业户名称" else head: cell for head, cell in operator_row(1, 经办人签字="张").items()}
    assert take_rows(tmp_path, OPERATORS, row).accepted == 1


def test_a_sheet_of_no_register_is_named_and_keeps_the_workbook_out(tmp_path: Path) -> None:
    sheets = {OPERATORS: [operator_row(1)], "通讯录": [{"姓名": "张", "办公室": "301", "分机": "8"}]}
    (report,) = take_in(written(tmp_path / "a.xlsx", **sheets))
    assert (report.imported, report.clean) == (False, False)
    assert any("通讯录" in question for sheet in report.sheets for question in sheet.questions)


def test_a_file_that_is_no_workbook_is_refused_and_the_others_go_in(tmp_path: Path) -> None:
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"no workbook")
    bad, good = take_in(broken, written(tmp_path / "a.xlsx", **{OPERATORS: [operator_row(1)]}))
    assert (bool(bad.error), bad.imported, good.imported) == (True, False, True)


def test_every_row_of_a_sheet_has_exactly_one_outcome(tmp_path: Path) -> None:
    take_operators(tmp_path, 1)
    rows = [operator_row(1), operator_row(2), operator_row(2), operator_row(3, 行业类别="航空", 开业日期="何时")]
    sheet = take_rows(tmp_path, OPERATORS, *rows, partial=True)
    assert (sheet.rows, sheet.accepted, len(sheet.skipped), sheet.refused_rows) == (5, 1, 3, 1)
    assert told(sheet) == [(5, "行业类别"), (5, "开业日期")]
