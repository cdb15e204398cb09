"""Makes the small register of one's own that the tests fill: hidden dangers found by the counties."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from tests.factories import account
from yunguan.office.people import Role, User
from yunguan.registers.book import Book, book
from yunguan.registers.own.definition import Definition, FieldDefinition, FieldKind, Unique
from yunguan.registers.own.services import define
from yunguan.registers.own.tables import OwnRegister
from yunguan.registers.record import Record
from yunguan.registers.services import create

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = date(2026, 3, 2)
LEVELS = (("1", "一般"), ("2", "重大"))

HEAD = ("序号", "隐患编号", "排查日期", "隐患等级", "整改资金（元）", "已整改", "隐患数", "备注")
ROWS = (
    (1, "YH-001", date(2026, 1, 5), "一般", 1200.5, "是", 3, "轮胎老化"),
    (2, "YH-002", date(2026, 1, 9), "重大", 0, "否", 2, None),
    (3, "YH-003", date(2026, 2, 1), "一般", 300, "是", 5, "灭火器过期"),
    (4, "YH-004", date(2026, 2, 7), "一般", 80, "是", 1, None),
)


def head(section: str = "safety") -> User:
    """The head of a section."""
    found = User.objects.filter(role=Role.HEAD, unit__code=section).first()
    return found or account(Role.HEAD, section)


def clerk(section: str = "safety") -> User:
    """A clerk of a section."""
    found = User.objects.filter(role=Role.CLERK, unit__code=section).first()
    return found or account(Role.CLERK, section)


def county(area: str = "430481") -> User:
    """Somebody of a county office."""
    found = User.objects.filter(role=Role.COUNTY, unit__area=area).first()
    return found or account(Role.COUNTY, f"county_{area}")


def field(label: str, kind: FieldKind = FieldKind.TEXT, **given: Any) -> FieldDefinition:
    """A column as the page sends it: without a name."""
    return FieldDefinition("", label, kind, **given)


FIELDS = (
    field("隐患编号", unique=Unique.TOGETHER),
    field("排查日期", FieldKind.DATE),
    field("隐患等级", FieldKind.CHOICE, choices=LEVELS, required=True),
    field("整改资金", FieldKind.MONEY),
    field("已整改", FieldKind.BOOLEAN, required=True),
    field("隐患数", FieldKind.INTEGER),
    field("备注", FieldKind.LONG_TEXT),
)


def definition(**given: Any) -> Definition:
    """The register of hidden dangers, as its head types it."""
    plain: dict[str, Any] = {
        "code": "danger",
        "title": "隐患排查情况表",
        "section": "",
        "purpose": "各单位排查出的隐患，一处一行。",
        "fields": FIELDS,
        "period": "#1",
    }
    return Definition(**(plain | given))


def defined(**given: Any) -> OwnRegister:
    """The same, defined by the head of the safety section."""
    return define(definition=definition(**given), user=head(), now=NOW)


def with_area(**given: Any) -> OwnRegister:
    """The same with a column for the county."""
    return defined(fields=(*FIELDS, field("县市区", FieldKind.AREA)), **given)


def the_book() -> Book:
    """The book that became of it."""
    return book("own_danger")


def row(number: int, user: User | None = None, **values: Any) -> Record:
    """One row; c1 number, c2 day, c3 level, c4 fen, c5 put right, c6 how many."""
    known = {"c1": f"YH-{number:03}", "c2": date(2026, 1, number), "c3": "1", "c4": 1000, "c5": True, "c6": 2}
    return create(book=the_book(), values=known | values, user=user or clerk(), on=TODAY, now=NOW)


def workbook(path: Path, rows: Any = ROWS, head_: Any = HEAD, title: str = "隐患排查情况表") -> Path:
    """A workbook as a bureau sends it: a title line, a head, rows, a total."""
    made = Workbook()
    page = made.worksheets[0]
    page.title = title
    page.append(("2026年隐患排查情况表",))
    page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(head_))
    page.append(head_)
    for each in rows:
        page.append(each)
    file = path / "隐患排查.xlsx"
    made.save(file)
    return file
