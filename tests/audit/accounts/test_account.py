import io

import openpyxl
import pytest

from tests.audit.accounts.account import Account
from tests.audit.reading_of import audited
from yunguan.audit.read import read_bytes
from yunguan.audit.run import audit_reading

WHOLE = Account()


def test_a_whole_final_account_of_nine_tables_has_no_finding() -> None:
    report = audited(str(WHOLE))

    assert [finding.message for finding in report.findings] == []
    assert report.doubts == ()


def test_the_same_tables_in_a_workbook_have_no_finding() -> None:
    report = audit_reading(WHOLE.workbook())

    assert [finding.message for finding in report.findings] == []
    assert {"balance", "table_totals", "same_fact", "empty_table_note"} <= {each.rule for each in report.checked}


def test_a_workbook_that_excel_wrote_is_known_as_an_account_and_has_no_finding() -> None:
    book = openpyxl.Workbook()
    for number, table in enumerate(WHOLE.workbook().tables):
        sheet = book.create_sheet(f"表{number}")
        for row in table.rows:
            sheet.append([cell or None for cell in row])
    book.remove(book.worksheets[0])
    written = io.BytesIO()
    book.save(written)

    report = audit_reading(read_bytes("决算.xlsx", written.getvalue()))

    assert [finding.message for finding in report.findings] == []
    assert "empty_table_note" in {each.rule for each in report.checked}


def test_a_defect_in_a_workbook_is_found() -> None:
    for spoiled in (
        WHOLE.cell("05", "合计", 3, "415.00"),
        WHOLE.noted("08", ""),
        WHOLE.cell("01", "总计", 3, "611.00"),
    ):
        assert any(finding.severity != "hint" for finding in audit_reading(spoiled.workbook()).findings)


@pytest.mark.parametrize(
    ("account", "numbers"),
    [
        pytest.param(WHOLE.cell("01", "总计", 3, "611.00"), ("611.00",), id="1 both sides of T01"),
        pytest.param(WHOLE.cell("04", "总计", 3, "589.00"), ("589.00",), id="1 both sides of T04"),
        pytest.param(WHOLE.cell("02", "合计", 2, "601.00"), ("601.00",), id="2 T02 total is T01 income"),
        pytest.param(WHOLE.cell("03", "合计", 2, "597.00"), ("597.00",), id="2 T03 total is T01 expenditure"),
        pytest.param(WHOLE.cell("03", "2200101", 3, "357.00"), ("357.00",), id="3 columns of a row"),
        pytest.param(WHOLE.cell("03", "208", 2, "54.00").cell("03", "208", 3, "54.00"), ("54.00",), id="3 codes"),
        pytest.param(WHOLE.cell("04", "本年支出合计", 4, "565.00"), ("565.00",), id="4 T04 general is T05"),
        pytest.param(
            WHOLE.cell("05", "合计", 3, "415.00").cell("05", "合计", 4, "141.00"), ("415.00",), id="5 T05 is T06"
        ),
        pytest.param(WHOLE.cell("06", "人员经费合计", 2, "303.00"), ("303.00",), id="5 personnel of T06"),
        pytest.param(WHOLE.cell("06", "302", 5, "77.00"), ("77.00",), id="6 a class of T06"),
        pytest.param(WHOLE.cell("06", "30201", 5, "21.00"), ("21.00",), id="6 an item of T06"),
        pytest.param(WHOLE.cell("09", "9.00", 0, "9.50"), ("9.50",), id="7 budget of T09"),
        pytest.param(WHOLE.cell("09", "9.00", 8, "4.90"), ("4.90",), id="7 vehicles of T09"),
        pytest.param(WHOLE.cell("06", "30231", 5, "5.60"), ("5.60", "4.40"), id="8 T06 within T09"),
        pytest.param(WHOLE.said("基本支出420.00万元", "基本支出402.00万元"), ("402.00",), id="9 text and table"),
        pytest.param(
            WHOLE.said("“三公”经费支出预算为9.00万元", "“三公”经费支出预算为9.90万元"), ("9.90",), id="9 三公"
        ),
        pytest.param(WHOLE.said("完成年初预算的111.20%", "完成年初预算的112.20%"), ("112.20",), id="10 rate"),
        pytest.param(WHOLE.said("增长6.91%", "增长9.61%"), ("9.61",), id="11 growth"),
        pytest.param(WHOLE.said("减少4.00万元，下降0.71%", "减少4.00万元，增长0.71%"), ("0.71",), id="11 direction"),
        pytest.param(
            WHOLE.said("年初预算为500.00万元，支出决算为556.00", "年初预算为500.00万元，支出决算为566.00"),
            ("566.00",),
            id="12 twice",
        ),
        pytest.param(
            WHOLE.noted("08", "").said("没有国有资本经营预算财政拨款支出", "按规定公开"),
            ("国有资本经营",),
            id="13 an empty table without a note",
        ),
        pytest.param(WHOLE.noted("07", "注：本表为空表。"), ("政府性基金",), id="13 a note under a filled table"),
        pytest.param(WHOLE.said("服务支出12.00万元", "服务支出21.00万元"), ("21.00",), id="14 purchases"),
        pytest.param(WHOLE.said("2023年度支出合计", "2022年度支出合计"), ("2022",), id="15 year"),
        pytest.param(WHOLE.named("03", "清河市测量队"), ("清河市测量队",), id="15 unit's name"),
        pytest.param(WHOLE.said("增长6.91%", "增加（减少）6.91%"), ("增加（减少）",), id="15 left-over words"),
        pytest.param(
            WHOLE.said("主要原因是压减一般性开支", "主要原因是人员增加、工资标准提高"),
            ("工资标准提高",),
            id="16 reason",
        ),
    ],
)
def test_one_defect_in_it_is_found(account: Account, numbers: tuple[str, ...]) -> None:
    found = [finding for finding in audited(str(account)).findings if finding.severity != "hint"]
    said = [f"{finding.message}{finding.operands}{finding.places}" for finding in found]

    assert any(all(number in each for number in numbers) for each in said)
    assert len(found) <= 3
