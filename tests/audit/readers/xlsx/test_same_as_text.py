"""A table says the same whether a workbook or a text holds it."""

import pytest

from tests.audit.accounts.account import Account
from tests.audit.readers.xlsx.books import Cell, Rows, book
from yunguan.audit.read import read_bytes
from yunguan.audit.report import AuditReport
from yunguan.audit.run import audit_reading

_HEADS = ("支出项目", "2022年决算数", "2023年预算数", "2023年决算数")
_FORM = (
    ("三公经费", "23.00", "30.00", "21.50"),
    ("公用经费", "46.00", "52.00", "44.90"),
    ("业务工作专项", "80.00", "100.00", "95.10"),
    ("运行维护专项", "40.00", "50.00", "47.50"),
    ("合计", "189.00", "232.00", "209.00"),
)


def number(text: str) -> Cell:
    """A number with its two decimals, anything else as it is."""
    bare = text.replace(",", "")
    return (float(bare), "#,##0.00") if bare.replace(".", "").isdecimal() and "." in bare else text or None


def form(form: tuple[tuple[str, ...], ...]) -> Rows:
    heads = (("部门整体支出绩效评价基础数据表",), ("填报单位：清河市测绘中心", None, None, "单位：万元"), _HEADS)
    return (*heads, *(tuple(number(text) for text in row) for row in form), ("说明：数据取自决算报表。",))


def typed(form: tuple[tuple[str, ...], ...]) -> str:
    rows = "\n".join("\t".join(row) for row in (_HEADS, *form))
    above = "部门整体支出绩效评价基础数据表\n\n填报单位：清河市测绘中心\n\n单位：万元"
    return f"{above}\n\n{rows}\n\n说明：数据取自决算报表。\n"


def audit_of(name: str, data: bytes) -> AuditReport:
    return audit_reading(read_bytes(name, data))


def said(report: AuditReport) -> tuple[object, ...]:
    found = sorted((each.severity.value, each.rule, str(each.stated), str(each.expected)) for each in report.findings)
    return found, sorted((each.rule, str(each.operands)) for each in report.checked)


@pytest.mark.parametrize(("at", "cell", "findings"), [(0, "23.00", 0), (4, "198.00", 1)])
def test_a_base_data_table_says_the_same_as_workbook_and_as_text(at: int, cell: str, findings: int) -> None:
    rows = (*_FORM[:at], (_FORM[at][0], cell, *_FORM[at][2:]), *_FORM[at + 1 :])
    sheet, text = audit_of("a.xlsx", book({"基础数据表": form(rows)})), audit_of("a.txt", typed(rows).encode())

    assert said(sheet) == said(text)
    assert len(sheet.findings) == findings
    assert sheet.checked


@pytest.mark.parametrize(
    "account",
    [
        Account(),
        Account().cell("05", "合计", 3, "415.00"),
        Account().noted("08", ""),
        Account().cell("01", "总计", 3, "611.00"),
    ],
)
def test_the_sheets_of_a_final_account_say_the_same_with_titles_above_as_within_their_tables(account: Account) -> None:
    plain = account.workbook()
    rows = {f"表{i}": [[number(text) for text in row] for row in t.rows] for i, t in enumerate(plain.tables, start=1)}

    assert said(audit_of("a.xlsx", book(rows))) == said(audit_reading(plain))
