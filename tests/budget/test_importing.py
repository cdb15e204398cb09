"""The books of money from workbooks, as a finance section keeps them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.budget.ledger import NOW, YEAR_END, stop_overspend
from yunguan.budget.appropriation import Appropriation
from yunguan.budget.payment import Payment
from yunguan.budget.selectors import balances
from yunguan.registers.importing.report import FileReport
from yunguan.registers.importing.services import import_workbooks

pytestmark = pytest.mark.django_db
Table = list[list[Any]]

PROJECTS: Table = [["项目代码", "项目名称", "起始年度"], ["LLRYPX", "两类人员安全培训", 2023]]
LINE = ["资金性质", "支出类型", "项目名称", "项目代码", "经济分类编码", "功能分类编码"]
TRAINING = ["一般公共预算", "项目支出", "两类人员安全培训", "LLRYPX", "30216", "2140112"]
NO_FUND = ["政府性基金", "项目支出", None, None, None, None]
GRANTS: Table = [
    ["预算年度", "指标编号", *LINE, "金额（万元）", "批复日期", "批复文号"],
    [2023, "Z-001", *TRAINING, 12, date(2023, 1, 18), "衡财预〔2023〕1号"],
    [2023, "Z-002", *NO_FUND, 0, date(2023, 1, 18), "衡财预〔2023〕1号"],
]
PAYMENT_HEAD: list[Any] = ["支付凭证号", "分录号", "支付日期", *LINE, "收款人", "支付金额", "摘要"]
PAYMENTS: Table = [
    PAYMENT_HEAD,
    ["2023-支-0001", 1, date(2023, 5, 6), *TRAINING, "衡阳技师学院", 70000, "培训费"],
    ["2023-支-0002", 1, date(2023, 6, 6), *TRAINING, "衡阳技师学院", 50000, "培训费"],
    ["2023-支-0003", 1, YEAR_END, *NO_FUND, None, 0, "本年度无此项预算支出"],
]


def workbook(folder: Path, title: str, rows: Table) -> Path:
    path = folder / f"{title}.xlsx"
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, day)
                else:
                    sheet.write(number, column, value)
    return path


def take(folder: Path, **books: Table) -> list[FileReport]:
    return import_workbooks([workbook(folder, *each) for each in books.items()], user=None, now=NOW)


def test_the_books_come_from_workbooks_in_wan_or_yuan(tmp_path: Path) -> None:
    reports = take(tmp_path, 预算支付明细=PAYMENTS, 年初预算=GRANTS, 预算项目=PROJECTS)
    assert [report.imported for report in reports] == [True, True, True]
    assert Appropriation.objects.get(line_no="Z-001").amount == 12_000_000
    general, fund = balances(2023, YEAR_END)
    assert (general.amounts.executed, general.amounts.remaining) == (Decimal(120000), Decimal(0))
    assert (fund.fund, fund.amounts.budget, fund.amounts.executed) == (
        "government_fund",
        Decimal(0),
        Decimal(0),
    )


def test_a_spent_line_does_not_refuse_the_same_workbook_again(tmp_path: Path) -> None:
    take(tmp_path, 预算项目=PROJECTS, 年初预算=GRANTS, 预算支付明细=PAYMENTS)
    stop_overspend()
    (report,) = take(tmp_path, 预算支付明细=PAYMENTS)
    assert not report.sheets[0].refused
    again = [each.row for each in report.sheets[0].skipped if "完全相同" in each.reason]
    assert again == [2, 3, 4]
    assert Payment.objects.count() == 3


def test_a_workbook_that_overspends_is_refused_row_by_row_where_the_setting_stops(tmp_path: Path) -> None:
    take(tmp_path, 预算项目=PROJECTS, 年初预算=GRANTS)
    stop_overspend()
    more = [*PAYMENTS, ["2023-支-0004", 1, date(2023, 7, 6), *TRAINING, "衡阳技师学院", 0.01, "培训费"]]
    (report,) = take(tmp_path, 预算支付明细=more)
    (refusal,) = report.sheets[0].refused
    assert (refusal.row, refusal.header) == (5, "支付金额")
    assert "超出0.01元" in refusal.reason
    assert not Payment.objects.exists()


def test_a_project_name_that_is_not_the_codes_is_refused(tmp_path: Path) -> None:
    other = ["一般公共预算", "项目支出", "油补审计", "LLRYPX", "30216", "2140112"]
    rows: Table = [PAYMENT_HEAD, ["2023-支-0001", 1, date(2023, 5, 6), *other, "衡阳技师学院", 70000, "培训费"]]
    reports = take(tmp_path, 预算项目=PROJECTS, 预算支付明细=rows)
    assert "油补审计" in reports[1].sheets[0].refused[0].reason
