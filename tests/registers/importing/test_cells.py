"""The truth table of Excel's traps: each cell is read right, is known to be empty, or is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.registers.importing.workbooks import simple
from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.cells import convert
from yunguan.registers.importing.headers import FEN
from yunguan.registers.importing.values import CellError, CellValue, Covered, NoValue, Padded, Percent, Serial
from yunguan.registers.importing.verdict import Context
from yunguan.registers.importing.workbook import read_workbook

REFUSED = object()
MORNING = datetime(2023, 4, 3, 8, 30)  # noqa: DTZ001 - Excel knows no zone
ID = "11010519491231002X"
USCC = "91350100M000100Y43"

TEXT = Column("name", "名称", Kind.TEXT, max_length=20)
LONG = Column("note", "备注", Kind.LONG_TEXT)
WHOLE = Column("count", "数量", Kind.INTEGER)
NUMBER = Column("weight", "吨位", Kind.DECIMAL)
RATE = Column("rate", "比率", Kind.DECIMAL, unit="%")
MONEY = Column("amount", "金额", Kind.MONEY, unit="元")
DAY = Column("on", "日期", Kind.DATE)
YES = Column("passed", "合格", Kind.BOOLEAN)
CHOICE = Column("size", "大小", Kind.CHOICE, choices=(("big", "大型（重型）"), ("small", "小型")))
NONE_CHOICE = Column("kind", "处理", Kind.CHOICE, choices=(("none", "无"), ("fine", "批评教育")))
STATE = Column("state", "状态", Kind.STATE, choices=(("draft", "草稿"), ("filed", "已备案")))
PERSON = Column("id_number", "身份证号", Kind.IDENTITY_NUMBER)
UNIT = Column("uscc", "统一社会信用代码", Kind.USCC)
PLATE = Column("plate", "号牌号码", Kind.PLATE)
VIN = Column("vin", "车架号", Kind.VIN)
PHONE = Column("phone", "手机", Kind.MOBILE)
AREA = Column("area", "县区", Kind.AREA)
LINK = Column("operator", "业户", Kind.REFERENCE)


def must(column: Column) -> Column:
    return replace(column, required=True)


def serial(number: str) -> Serial:
    return Serial(number)


TRAPS: list[tuple[str, Column, CellValue, object]] = [
    # numbers that are no numbers
    ("identity number as number", PERSON, Decimal(430402199001011234), REFUSED),
    ("identity number in scientific form", PERSON, "4.30402E+17", REFUSED),
    ("identity number right", PERSON, ID, ID),
    ("identity number with lower-case x", PERSON, ID[:-1] + "x", REFUSED),
    ("identity number, one digit wrong", PERSON, "110105194912310021", REFUSED),
    ("identity number, outer spaces", PERSON, f" {ID}\u00a0", ID),
    ("identity number, inner space", PERSON, "110105 19491231002X", REFUSED),
    ("identity number, zero width inside", PERSON, "110105\u200b19491231002X", REFUSED),
    ("identity number, bidi mark", PERSON, f"\u202e{ID}", REFUSED),
    ("identity number, full width", PERSON, "１１０１０５19491231002X", REFUSED),
    ("identity number, old 15 digits", PERSON, "110105491231002", REFUSED),
    ("credit code right", UNIT, USCC, USCC),
    ("credit code with O for 0", UNIT, USCC.replace("0", "O", 1), REFUSED),
    ("credit code as number", UNIT, Decimal(913501001234567890), REFUSED),
    ("plate right", PLATE, "湘D12345", "湘D12345"),
    ("plate, new energy", PLATE, "湘DD12345", "湘DD12345"),
    ("plate with full-width letter", PLATE, "湘Ｄ12345", REFUSED),
    ("plate with Cyrillic letter", PLATE, "湘DА1234", REFUSED),
    ("plate with a dot", PLATE, "湘D·12345", REFUSED),
    ("plate as number", PLATE, Decimal(12345), REFUSED),
    ("phone as number", PHONE, Decimal(13800138000), "13800138000"),
    ("phone in scientific form", PHONE, "1.38E+10", REFUSED),
    ("phone as date", PHONE, date(2023, 1, 1), REFUSED),
    ("vin wrong check digit is only noted", VIN, "LSVAA4182E2184847", "LSVAA4182E2184847"),
    ("vin as number", VIN, Decimal(12345678901234567), REFUSED),
    ("area by name", AREA, "耒阳市", "430481"),
    ("area by short name", AREA, "耒阳", "430481"),
    ("area by code", AREA, "430481", "430481"),
    ("area by code as number", AREA, Decimal(430481), "430481"),
    ("area unknown", AREA, "长沙县", REFUSED),
    ("area that is a group", AREA, "市城区", REFUSED),
    ("area by the code of a group", AREA, "430400U", REFUSED),
    # text
    ("leading zeros in text", TEXT, "0071", "0071"),
    ("number in a text column", TEXT, Decimal(71), "71"),
    ("number shown as 0071", TEXT, Padded(71), REFUSED),
    ("number with decimals in a text column", TEXT, Decimal("2.1"), REFUSED),
    ("number of 16 digits in a text column", TEXT, Decimal(6222021234567890), REFUSED),
    ("percentage in a text column", TEXT, Percent("0.5"), REFUSED),
    ("date in a text column", TEXT, date(2023, 4, 3), REFUSED),
    ("truth value in a text column", TEXT, True, REFUSED),
    ("outer NBSP and ideographic space", TEXT, "\u00a0\u3000甲 \n", "甲"),
    ("outer zero width", TEXT, "\ufeff甲\u200b", "甲"),
    ("inner NBSP", TEXT, "甲\u00a0乙", "甲 乙"),
    ("inner zero width", TEXT, "甲\u200b乙", REFUSED),
    ("inner soft hyphen", TEXT, "甲\u00ad乙", REFUSED),
    ("bidi override", TEXT, "甲\u202e乙", REFUSED),
    ("control character", TEXT, "甲\x07乙", REFUSED),
    ("private use character", TEXT, "王\ue000", REFUSED),
    ("replacement character", TEXT, "王\ufffd", REFUSED),
    ("rare character", TEXT, "王䶮𠮷", "王䶮𠮷"),
    ("line break in a name", TEXT, "甲\n乙", REFUSED),
    ("line break in a remark", LONG, "甲\n乙", "甲\n乙"),
    ("too long", TEXT, "长" * 21, REFUSED),
    ("exactly as long as allowed", TEXT, "长" * 20, "长" * 20),
    ("nothing but spaces", TEXT, " \u3000", None),
    ("nothing but spaces, required", must(TEXT), " \u3000", REFUSED),
    ("a dash for nothing", TEXT, "—", None),
    ("the word 无 in a text", TEXT, "无", "无"),
    ("a dash in a required text", must(TEXT), "-", REFUSED),
    ("formula-like text", TEXT, "=1+1", "=1+1"),
    ("reference as number", LINK, Decimal(430400001), "430400001"),
    ("reference missing", LINK, "/", None),
    # numbers
    ("integer", WHOLE, Decimal("12.0"), 12),
    ("integer as text", WHOLE, "12", 12),
    ("integer, full width", WHOLE, "１２", 12),
    ("integer, superscript", WHOLE, "2²", REFUSED),
    ("integer, superscript alone", WHOLE, "²", REFUSED),
    ("integer, circled", WHOLE, "②", REFUSED),
    ("integer, Arabic-Indic", WHOLE, "٣", REFUSED),
    ("integer in Chinese", WHOLE, "十二", REFUSED),
    ("integer with a fraction", WHOLE, Decimal("1.5"), REFUSED),
    ("integer with a unit", WHOLE, "12辆", REFUSED),
    ("integer out of range", WHOLE, Decimal(2**31), REFUSED),
    ("integer shown as 007", WHOLE, Padded(7), 7),
    ("integer as date", WHOLE, date(1900, 3, 12), REFUSED),
    ("integer as time", WHOLE, serial("0.5"), REFUSED),
    ("integer as truth value", WHOLE, True, REFUSED),
    ("thousands", WHOLE, "1,234", 1234),
    ("thousands at the wrong place", WHOLE, "12,34", REFUSED),
    ("no number known", WHOLE, "无", None),
    ("no number known, required", must(WHOLE), "无", REFUSED),
    ("zero is a number", WHOLE, Decimal(0), 0),
    ("binary dust", NUMBER, Decimal("1558.7400000000002"), Decimal("1558.74")),
    ("a sixteenth digit", NUMBER, Decimal(1234567890123456), REFUSED),
    ("accountants' negative as text", NUMBER, "(1,234)", REFUSED),
    ("negative", NUMBER, "-1,234.5", Decimal("-1234.5")),
    ("percent in a plain column", NUMBER, Percent("0.68"), REFUSED),
    ("percent sign in a plain column", NUMBER, "68%", REFUSED),
    ("rate 68", RATE, Decimal(68), Decimal(68)),
    ("rate 68%", RATE, "68%", Decimal(68)),
    ("rate 0.68 shown as 68%", RATE, Percent("0.68"), Decimal(68)),
    ("rate 0.68 is doubtful", RATE, Decimal("0.68"), REFUSED),
    ("rate 0.68% is not", RATE, "0.68%", Decimal("0.68")),
    ("rate 1 is doubtful", RATE, Decimal(1), REFUSED),
    ("rate 0", RATE, Decimal(0), Decimal(0)),
    ("money in yuan", MONEY, Decimal("1058.14"), 105_814),
    ("money with float dust", MONEY, Decimal("1058.1400000000001"), 105_814),
    ("money below a fen", MONEY, Decimal("0.005"), REFUSED),
    ("money as text", MONEY, "1,058.14", 105_814),
    ("money with a unit in the cell", MONEY, "1.5万元", REFUSED),
    ("money unknown is not zero", MONEY, "-", None),
    ("money zero", MONEY, Decimal(0), 0),
    ("money negative", MONEY, Decimal("-0.01"), -1),
    # dates
    ("date", DAY, date(2023, 4, 3), date(2023, 4, 3)),
    ("date with a time of day", DAY, MORNING, REFUSED),
    ("date as a plain number", DAY, Decimal(45019), REFUSED),
    ("date as 20230403", DAY, Decimal(20230403), REFUSED),
    ("date with dots", DAY, "2023.4.3", date(2023, 4, 3)),
    ("date with strokes", DAY, "2023/04/03", date(2023, 4, 3)),
    ("date in full", DAY, "2023年4月3日", date(2023, 4, 3)),
    ("date in Chinese figures", DAY, "二〇二三年四月三日", date(2023, 4, 3)),
    ("date in full width", DAY, "２０２３－０４－０３", date(2023, 4, 3)),
    ("date, eight digits as text", DAY, "20230403", date(2023, 4, 3)),
    ("date with a two-digit year", DAY, "23.4.3", REFUSED),
    ("date, day first", DAY, "3/4/2023", REFUSED),
    ("date without a day", DAY, "2023年4月", REFUSED),
    ("date that is none", DAY, "2023-02-29", REFUSED),
    ("date, year only in Chinese", DAY, "二〇二三年", REFUSED),
    ("date far in the future", DAY, date(9999, 12, 31), REFUSED),
    ("date with text behind", DAY, "2023-04-03左右", REFUSED),
    ("date by serial 60", DAY, serial("60"), REFUSED),
    ("date unknown", DAY, "不详", None),
    # yes and no, choices, states
    ("yes", YES, "是", True),
    ("tick", YES, "√", True),
    ("cross", YES, "×", False),
    ("无 is no", YES, "无", False),
    ("TRUE", YES, True, True),
    ("one", YES, Decimal(1), True),
    ("two", YES, Decimal(2), REFUSED),
    ("dash is unknown, not no", YES, "-", None),
    ("maybe", YES, "基本合格", REFUSED),
    ("choice by label, narrow brackets", CHOICE, "大型(重型)", "big"),
    ("choice by code", CHOICE, "small", "small"),
    ("choice with spaces", CHOICE, " 小 型 ", "small"),
    ("choice nearly", CHOICE, "小型车", REFUSED),
    ("choice called 无", NONE_CHOICE, "无", "none"),
    ("state by label", STATE, "已备案", "filed"),
    ("state unknown", STATE, "备案中", REFUSED),
    # what no value can be made of
    ("error cell", NUMBER, CellError("#DIV/0!"), REFUSED),
    ("error cell in a text", TEXT, CellError("#N/A"), REFUSED),
    ("formula without value", NUMBER, NoValue("A1+B1"), REFUSED),
    ("under a merged cell", TEXT, Covered("甲", below=True), REFUSED),
    ("beside a merged cell", TEXT, Covered("甲", below=False), REFUSED),
]


@pytest.mark.parametrize(("column", "cell", "expected"), [trap[1:] for trap in TRAPS], ids=[trap[0] for trap in TRAPS])
def test_a_cell_is_read_right_or_refused(column: Column, cell: CellValue, expected: object) -> None:
    converted = convert(column, [cell])
    if expected is REFUSED:
        (problem,) = converted.problems
        assert converted.values == [None]
        assert problem.message.endswith("。")
        assert problem.remedy.startswith("请")
    else:
        assert converted.problems == []
        assert converted.values == [expected]
        assert type(converted.values[0]) is type(expected)


def test_a_problem_names_the_row_of_excel() -> None:
    converted = convert(WHOLE, [Decimal(1), "甲", Decimal(1), "甲"], Context(rows=(5, 7, 8, 12)))
    assert [problem.row for problem in converted.problems] == [7, 12]
    assert converted.values == [1, None, 1, None]


def test_one_and_true_are_not_mistaken_for_each_other() -> None:
    assert convert(WHOLE, [Decimal(1), True, Percent(1)]).values == [1, None, None]


def test_equal_numbers_shown_in_different_ways_are_refused_each_for_its_own_reason() -> None:
    month, hour = serial("45019"), serial("45019")
    month.reason, hour.reason = "只显示到月", "显示的是时间"
    assert [problem.message for problem in convert(DAY, [month, hour]).problems] == ["只显示到月。", "显示的是时间。"]


@pytest.mark.parametrize(("unit", "fen"), [("元", 159454), ("万元", 1_594_540_000), ("千元", 159_454_000)])
def test_money_is_read_in_the_unit_of_the_heading(unit: str, fen: int) -> None:
    assert convert(MONEY, [Decimal("1594.54")], Context(factor=FEN[unit])).values == [fen]


def test_a_merged_text_is_filled_down_only_when_asked_for() -> None:
    cells: list[CellValue] = ["甲公司", Covered("甲公司", below=True), Covered("甲公司", below=False)]
    assert convert(TEXT, cells, Context(fill_merged=True)).values == ["甲公司", "甲公司", None]


@pytest.mark.parametrize("column", [MONEY, WHOLE, NUMBER, replace(TEXT, key=True)])
def test_a_merged_amount_or_key_is_never_filled_down(column: Column) -> None:
    assert convert(column, [Covered(Decimal(5), below=True)], Context(fill_merged=True)).values == [None]


def test_what_was_mapped_is_noted() -> None:
    notes = convert(WHOLE, ["１２", "12"]).notes
    assert [note.row for note in notes] == [1]
    assert "全角" in notes[0].message


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_every_amount_comes_back_to_the_fen(amount: Decimal) -> None:
    assert convert(MONEY, [amount, f"{amount:f}", f"{amount:,}"]).values == [int(amount * 100)] * 3


@given(st.dates(min_value=date(1900, 3, 1), max_value=date(2199, 12, 31)))
def test_every_date_is_read_in_every_usual_form(day: date) -> None:
    dotted, in_full = f"{day.year}.{day.month}.{day.day}", f"{day.year}年{day.month}月{day.day}日"
    forms: list[CellValue] = [day, day.isoformat(), dotted, in_full]
    assert convert(DAY, forms).values == [day] * len(forms)


@given(st.text())
def test_no_text_is_ever_read_as_a_number_without_ascii_or_mapped_digits(text: str) -> None:
    for value in convert(WHOLE, [text]).values:
        assert value is None or set(text) & set("0123456789０１２３４５６７８９")


@given(st.text(), st.sampled_from(Kind))
def test_any_text_in_any_column_is_a_value_nothing_or_a_refusal(text: str, kind: Kind) -> None:
    converted = convert(Column("x", "列", kind), [text])
    assert len(converted.values) == 1
    assert all(problem.message and problem.remedy for problem in converted.problems)


SERIALS = [("59", True), ("60", True), ("61", False), ("0", True), ("45019", False), ("-1", True), ("2958466", True)]


@pytest.mark.parametrize(("number", "refused"), SERIALS)
def test_a_date_serial_is_a_day_only_where_excel_is_right_about_it(number: str, refused: bool, tmp_path: Path) -> None:  # noqa: FBT001
    rows = read_workbook(simple(tmp_path / "a.xlsx", [[Decimal(number)]], {"A1": 1})).sheets[0].rows
    assert bool(convert(DAY, [rows[0][0]]).problems) == refused
