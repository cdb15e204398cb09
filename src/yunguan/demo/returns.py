"""科室报送 of the demonstration: the figures that no register gives yet, with their evidence.

A workbook a section for the year, and one a month for the section that owes figures every month.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from yunguan.core.period import Kind, Period
from yunguan.demo.books.establishment import sections
from yunguan.demo.sources import table
from yunguan.demo.targets import YEAR, targets
from yunguan.demo.workbooks import Styles, new_workbook
from yunguan.indicators.indicator import Indicator, catalogue
from yunguan.indicators.return_form import HEADS, SHEET, WIDTHS

EVIDENCE = "佐证材料"
FIRST_DAY = date(YEAR, 1, 1)
Stated = tuple[Decimal, date, str]
"""A value in its unit, the last day that it speaks of, a note."""


@dataclass(frozen=True)
class Line:
    """One figure of a return as its workbook shows it; ``day`` is the last day that the value speaks of."""

    code: str
    title: str
    unit: str
    value: Decimal
    as_of: date
    evidence: str
    note: str


@dataclass(frozen=True)
class Signatories:
    """Who fills and who signs the return of a section."""

    clerk: str
    head: str


def owing_sections() -> dict[str, str]:
    """Codes and names of the sections that have a figure to declare, in the order of the organisation."""
    owing = {each.section for each in catalogue() if each.is_declared}
    return {code: name for code, name in sections().items() if code in owing}


def periods() -> list[Period]:
    """The periods for which returns are issued: the months in their order, and the year."""
    return [*(Period.month(YEAR, month) for month in range(1, 13)), Period.year(YEAR)]


def lines(section: str, period: Period) -> list[Line]:
    """What a section declares for a period; KeyError where the catalogue asks for a figure that is not published."""
    every = "month" if period.kind is Kind.MONTH else "year"
    return [
        _line(each, *stated(period)[each.id])
        for each in catalogue()
        if each.section == section and each.is_declared and each.every == every
    ]


def write_returns(folder: Path, people: dict[str, Signatories]) -> Iterator[Path]:
    """Write a workbook a section and period, and beside them the evidence that they name."""
    (folder / EVIDENCE).mkdir(exist_ok=True)
    for code, name in owing_sections().items():
        told = {period: found for period in periods() if (found := lines(code, period))}
        for period, found in told.items():
            path = folder / f"{SHEET}-{name}-{period.label}.xlsx"
            _write(path, name, period, found, people[code])
            yield path
        whole = [line for found in told.values() for line in found]
        _write_evidence(folder / EVIDENCE / evidence_name(name), name, whole)


def evidence_name(section_name: str) -> str:
    """The file in which a section keeps where its figures come from."""
    return f"{EVIDENCE}-{section_name}-{YEAR}年.xlsx"


@cache
def stated(period: Period) -> dict[str, Stated]:
    """What the sections state for a period, by figure."""
    if period.kind is Kind.MONTH:
        monthly = [row for row in table("declared_monthly.csv") if row["month"] == period.code]
        return {row["id"]: (Decimal(row["value"]), period.last, row["note"]) for row in monthly}
    found = table("declared.csv")
    own = {row["id"]: (Decimal(row["value"]), date.fromisoformat(row["as_of"]), row["note"]) for row in found}
    return {name: (each.value, max(each.as_of, FIRST_DAY), "") for name, each in targets().items()} | own


def _line(indicator: Indicator, value: Decimal, as_of: date, note: str) -> Line:
    return Line(
        code=indicator.id,
        title=indicator.title,
        unit=indicator.unit,
        value=value,
        as_of=as_of,
        evidence=evidence_name(sections()[indicator.section]),
        note=note,
    )


def _write(path: Path, name: str, period: Period, found: list[Line], people: Signatories) -> None:
    with new_workbook(path) as workbook:
        styles = Styles(workbook)
        sheet = workbook.add_worksheet(SHEET)
        for index, width in enumerate(WIDTHS):
            sheet.set_column(index, index, width)
        sheet.write_string(0, 0, f"{name}{period.label}指标报送表")
        titles = f"科室：{name}　期间：{period.code}　填报人：{people.clerk}　签发人：{people.head}"
        sheet.write_string(1, 0, titles)
        for index, head in enumerate(HEADS):
            sheet.write_string(2, index, head, styles.head)
        for row, line in enumerate(found, start=3):
            sheet.write_string(row, 0, line.code)
            sheet.write_string(row, 1, line.title)
            sheet.write_string(row, 2, line.unit)
            sheet.write_number(row, 3, line.value)
            sheet.write_datetime(row, 4, line.as_of, styles.day)
            sheet.write_string(row, 5, line.evidence)
            sheet.write_string(row, 6, line.note)


def _write_evidence(path: Path, name: str, found: list[Line]) -> None:
    """A list of the figures with the file in which the section counted each."""
    with new_workbook(path) as workbook:
        styles = Styles(workbook)
        sheet = workbook.add_worksheet(EVIDENCE)
        sheet.set_column(0, 3, 34)
        for index, head in enumerate(("指标名称", "数值", "截止日期", "取数说明")):
            sheet.write_string(0, index, head, styles.head)
        for row, line in enumerate(found, start=1):
            sheet.write_string(row, 0, line.title)
            sheet.write_number(row, 1, line.value)
            sheet.write_datetime(row, 2, line.as_of, styles.day)
            sheet.write_string(row, 3, f"{name}业务台账汇总（演示数据）")
