import pytest

from tests.audit.pairs.paired import DEPARTMENT, held, paired, said
from yunguan.audit.pairs.pair import Kin

RULE = "stated_last_year"
LAST = DEPARTMENT.format(year=2022) + "一、支出情况\n全年基本支出 500.00 万元。公务接待费决算数为 3.20 万元。\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年基本支出 558.00 万元，比上年的 500.00 万元增加 58.00 万元。", []),
        ("全年基本支出 558.00 万元，比上年增加 58.00 万元。", []),
        ("全年基本支出 558.00 万元，比上年的 520.00 万元增加 38.00 万元。", ["warning"]),
        ("全年基本支出 558.00 万元，比上年增加 38.00 万元。", ["warning"]),
        ("全年基本支出 558.00 万元。与上年相比，增加 38.00 万元，增长 7.31%。", ["warning"]),
        ("全年基本支出 558.00 万元，比年初预算增加 38.00 万元。", []),
        ("培训支出 58.00 万元，比上年增加 38.00 万元。", []),
    ],
)
def test_last_years_value_is_what_last_years_report_says(text: str, expected: list[str]) -> None:
    report = paired(DEPARTMENT.format(year=2023) + f"一、支出情况\n{text}\n", LAST, Kin.LAST_YEAR)

    assert said(RULE, report) == expected
    assert held(RULE, report) is ("500.00" in text or "增加 58" in text)


@pytest.mark.parametrize(("amount", "expected"), [("3.20", []), ("3.60", ["error"])])
def test_a_column_of_last_year_is_the_same_table_of_last_year(amount: str, expected: list[str]) -> None:
    table = (
        "“三公”经费情况\n单位：万元\n项目\t上年决算数\t本年预算数\t本年决算数\n"
        "公务接待费\t{}\t4.00\t{}\n出国费\t0.00\t0.00\t0.00\n"
    )
    ours = DEPARTMENT.format(year=2023) + table.format(amount, "3.00")
    theirs = DEPARTMENT.format(year=2022) + table.format("3.00", "3.20")

    assert said(RULE, paired(ours, theirs, Kin.LAST_YEAR)) == expected
