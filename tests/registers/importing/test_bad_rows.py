"""Ten thousand bad rows of forty kinds among ten thousand good ones: each bad cell is named, no good row is refused."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.registers.importing.workbooks import cell, made_of, sheet_xml
from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.cells import CellProblem, convert
from yunguan.registers.importing.layout import Layout, find_layout
from yunguan.registers.importing.texts import column_letter
from yunguan.registers.importing.workbook import read_workbook

COLUMNS = (
    Column("plate", "号牌号码", Kind.PLATE, required=True, key=True),
    Column("operator", "业户名称", Kind.TEXT, required=True, max_length=30),
    Column("uscc", "统一社会信用代码", Kind.USCC),
    Column("area", "县区", Kind.AREA),
    Column("sort", "车类", Kind.CHOICE, choices=(("truck", "货车"), ("coach", "客车"))),
    Column("weight", "吨位", Kind.DECIMAL),
    Column("seats", "座位", Kind.INTEGER),
    Column("price", "价格", Kind.MONEY, unit="元"),
    Column("on", "发证日期", Kind.DATE, required=True),
    Column("id_number", "身份证号", Kind.IDENTITY_NUMBER),
    Column("passed", "合格", Kind.BOOLEAN),
    Column("phone", "手机", Kind.MOBILE),
)
INDEX = {column.name: index for index, column in enumerate(COLUMNS)}
ERROR = '<c r="{}" t="e"><v>#N/A</v></c>'
NO_VALUE = '<c r="{}"><f>A1+1</f></c>'
BAD: tuple[tuple[str, object, int], ...] = (
    ("plate", None, 0),
    ("plate", "湘Ｄ12345", 0),
    ("plate", "湘DА1234", 0),
    ("plate", "湘D123", 0),
    ("plate", 12345, 0),
    ("plate", "湘d12345", 0),
    ("operator", None, 0),
    ("operator", "长" * 31, 0),
    ("operator", "甲\u200b乙", 0),
    ("operator", "甲\n乙", 0),
    ("operator", "甲\u202e乙", 0),
    ("operator", 7, 3),
    ("uscc", 91350100, 0),
    ("uscc", "91350100M000100Y44", 0),
    ("uscc", "91350100M000100", 0),
    ("area", "长沙县", 0),
    ("area", "市城区", 0),
    ("area", "430499", 0),
    ("sort", "轿车", 0),
    ("weight", "八吨", 0),
    ("weight", "8²", 0),
    ("weight", "(8)", 0),
    ("weight", 0.5, 2),
    ("weight", ERROR, 0),
    ("weight", NO_VALUE, 0),
    ("seats", 4.5, 0),
    ("seats", "45座", 0),
    ("seats", 45019, 1),
    ("price", "1,23", 0),
    ("price", 0.001, 0),
    ("price", "5万元", 0),
    ("on", 45019, 0),
    ("on", "23.4.3", 0),
    ("on", "2023-02-30", 0),
    ("on", 45019.5, 1),
    ("on", 60, 1),
    ("on", 45019, 4),
    ("id_number", 430402199001011234, 0),
    ("id_number", "110105194912310021", 0),
    ("passed", "大概", 0),
)


def good(number: int) -> list[tuple[object, int]]:
    """A row in order, dressed differently every time."""
    return [
        (f"湘D{number:05d}", 0),
        (f"　第{number}公司 ", 0),
        ("91350100M000100Y43", 0),
        (("耒阳市", "430481", 430481)[number % 3], 0),
        (("货车", "truck")[number % 2], 0),
        ((8.2, "8.2", "８.２", "-")[number % 4], 0),
        ((45, "45")[number % 2], 0),
        ((1058.14, "1,058.14", None)[number % 3], 0),
        ((45019, "2023.4.3", "二〇二三年四月三日")[number % 3], 1),
        (("11010519491231002X", None)[number % 2], 0),
        (("是", "√", True)[number % 3], 0),
        (("13800138000", 13800138000)[number % 2], 0),
    ]


def line(number: int, cells: list[tuple[object, int]]) -> str:
    made = []
    for index, (value, style) in enumerate(cells):
        place = f"{column_letter(index)}{number}"
        raw = isinstance(value, str) and value.startswith("<c ")
        made.append(str(value).format(place) if raw else cell(place, value, style))
    return f'<row r="{number}">{"".join(made)}</row>'


def planted() -> Iterator[tuple[list[tuple[object, int]], str | None]]:
    """The rows in a shuffled order, each with the column that is wrong in it."""
    kinds: list[int | None] = [*(kind for kind in range(len(BAD)) for _ in range(250)), *[None] * 10_000]
    random.Random(7).shuffle(kinds)
    for number, kind in enumerate(kinds):
        cells = good(number)
        if kind is None:
            yield cells, None
            continue
        name, value, style = BAD[kind]
        cells[INDEX[name]] = (value, style)
        yield cells, name


def problems_of(layout: Layout) -> dict[tuple[int, str], CellProblem]:
    return {
        (problem.row, matched.column.name): problem
        for matched in layout.columns
        for problem in convert(matched.column, layout.values(matched), layout.context(matched)).problems
    }


@pytest.mark.slow
def test_each_bad_row_is_named_and_no_good_row_is_refused(tmp_path: Path) -> None:
    head = line(1, [(column.label, 0) for column in COLUMNS])
    rows = list(planted())
    body = "".join(line(number, cells) for number, (cells, _) in enumerate(rows, start=2))
    path = made_of(tmp_path / "a.xlsx", sheet_xml(head + body))
    started = time.process_time()
    layout = find_layout(read_workbook(path).sheets[0], COLUMNS)
    found = problems_of(layout)
    assert time.process_time() - started < 60
    assert len(BAD) == 40
    assert len(layout.data_rows) + len(layout.skipped) == 20_001
    assert found.keys() == {(number, name) for number, (_, name) in enumerate(rows, start=2) if name}
    assert all(problem.message.endswith("。") and problem.remedy.startswith("请") for problem in found.values())
