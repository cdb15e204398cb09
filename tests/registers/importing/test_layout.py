"""The sheets that offices keep: titles above, heads of two lines, other names, totals, notes; nothing guessed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.registers.importing.workbooks import made_of, merges, rows_xml, sheet_xml
from yunguan.core.columns import Column, Kind
from yunguan.registers.importing.cells import convert
from yunguan.registers.importing.layout import Layout, find_layout, match_book
from yunguan.registers.importing.workbook import Sheet, read_workbook

PLATE = Column("plate", "号牌号码", Kind.PLATE, required=True, key=True, aliases=("车牌号",))
OWNER = Column("operator", "业户名称", Kind.REFERENCE, required=True)
ON = Column("on", "发牌日期", Kind.DATE)
AMOUNT = Column("amount", "金额", Kind.MONEY, unit="元")
DRIVER = Column("driver", "驾驶员姓名", Kind.TEXT)
GUARD = Column("guard", "押运员姓名", Kind.TEXT)
NOTE = Column("note", "备注", Kind.LONG_TEXT)
COLUMNS = (PLATE, OWNER, ON, AMOUNT, DRIVER, GUARD, NOTE)
HEAD: list[object] = ["号牌号码", "业户名称", "发牌日期", "金额"]
ROW: list[object] = ["湘D12345", "甲公司", "2023-04-03", 5]
Rows = Sequence[Sequence[object]]
Mapping = dict[str, str]


class Desk:
    """Writes rows to a file, reads the sheet again and lays it out."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "a.xlsx"

    def sheet(self, rows: Rows, *ranges: str, before: str = "") -> Sheet:
        xml = sheet_xml(rows_xml(rows), before=before, after=merges(*ranges) if ranges else "")
        return read_workbook(made_of(self.path, xml)).sheets[0]

    def lay(self, rows: Rows, *ranges: str, mapping: Mapping | None = None, before: str = "") -> Layout:
        return find_layout(self.sheet(rows, *ranges, before=before), COLUMNS, mapping)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def names(layout: Layout) -> list[str]:
    return [each.column.name for each in layout.columns]


def reasons(layout: Layout) -> dict[int, str]:
    return {each.row: each.reason for each in layout.skipped}


def test_a_plain_sheet_is_certain(desk: Desk) -> None:
    layout = desk.lay([HEAD, ROW])
    assert layout.certain
    assert names(layout) == ["plate", "operator", "on", "amount"]
    assert [each.letter for each in layout.columns] == ["A", "B", "C", "D"]
    assert layout.data_rows == (2,)
    assert reasons(layout) == {1: "表头"}


def test_title_lines_stand_above_the_head(desk: Desk) -> None:
    rows: Rows = [
        ["2023年号牌发放台账"],
        ["填报单位：运输科", None, "日期：2023年12月31日", "单位：万元"],
        [],
        HEAD,
        ROW,
    ]
    layout = desk.lay(rows, "A1:D1")
    assert layout.header_rows == (4,)
    assert layout.data_rows == (5,)
    assert [reasons(layout)[row] for row in (1, 2, 3)] == ["表头以上的标题或说明", "表头以上的标题或说明", "空行"]


def test_a_unit_above_the_head_is_that_of_the_amounts(desk: Desk) -> None:
    layout = desk.lay([["单位：万元"], HEAD, ROW])
    amount = layout.by_name["amount"]
    assert amount.unit == "万元"
    assert convert(amount.column, layout.values(amount), layout.context(amount)).values == [5_000_000]


@pytest.mark.parametrize(
    ("header", "above", "unit"),
    [
        ("金额", "", "元"),
        ("金额（万元）", "", "万元"),
        ("金额(元)", "单位：万元", "元"),
        ("金额\n（千元）", "", "千元"),
    ],
)
def test_the_heading_states_the_unit_before_the_sheet_does(header: str, above: str, unit: str, desk: Desk) -> None:
    assert desk.lay([[above], [*HEAD[:3], header], ROW]).by_name["amount"].unit == unit


def test_an_organisation_is_no_unit_of_money(desk: Desk) -> None:
    assert desk.lay([["单位：万元里社区"], HEAD, ROW]).by_name["amount"].unit == "元"


def test_an_amount_without_a_stated_unit_is_pointed_out(desk: Desk) -> None:
    assert "没有写明单位" in desk.lay([HEAD, ROW]).notices[0]
    assert desk.lay([[*HEAD[:3], "金额（元）"], ROW]).notices == ()


@pytest.mark.parametrize(
    "header",
    [
        "号牌号码",
        " 号 牌 号 码 ",
        "号牌\n号码",
        "*号牌号码",
        "号牌号码：",
        "车牌号",
        "号牌号码（必填）",
        "号牌号码\u200b",
        "号牌号码(必填)",
    ],
)
def test_a_heading_in_other_dress_is_the_same_heading(header: str, desk: Desk) -> None:
    assert names(desk.lay([[header, *HEAD[1:]], ROW]))[0] == "plate"


@pytest.mark.parametrize("header", ["号牌", "原号牌号码", "号牌号码（旧）", "号牌号码2", "金额（万元）号牌号码"])
def test_a_heading_that_is_only_alike_is_unknown(header: str, desk: Desk) -> None:
    layout = desk.lay([[header, *HEAD[1:]], ROW])
    assert "plate" not in names(layout)
    assert layout.missing == (PLATE,)
    assert [each.header for each in layout.unknown] == [header]
    assert not layout.certain


def test_a_unit_that_does_not_fit_makes_a_heading_unknown(desk: Desk) -> None:
    assert [each.header for each in desk.lay([[*HEAD[:3], "金额（美元）"], ROW]).unknown] == ["金额（美元）"]


def test_other_names_come_in_by_a_saved_mapping(desk: Desk) -> None:
    rows: Rows = [["车号", "所属企业", "登记日", "说明"], ROW]
    assert not desk.lay(rows).header_rows
    layout = desk.lay(rows, mapping={"车号": "plate", "所属企业": "operator", "登记日": "on", "说明": ""})
    assert layout.certain
    assert names(layout) == ["plate", "operator", "on"]
    assert [each.header for each in layout.ignored] == ["说明"]


def test_a_mapping_goes_before_the_columns_own_names(desk: Desk) -> None:
    layout = desk.lay([[*HEAD, "备注"], [*ROW, "x"]], mapping={"备注": "driver"})
    assert layout.by_name["driver"].header == "备注"
    assert "note" not in layout.by_name


def test_a_head_of_two_lines_is_joined_under_its_merged_parents(desk: Desk) -> None:
    rows: Rows = [
        ["号牌号码", "业户名称", "驾驶员", None, "押运员"],
        [None, None, "姓名", "电话", "姓名"],
        ["湘D12345", "甲", "张", "1", "李"],
    ]
    layout = desk.lay(rows, "A1:A2", "B1:B2", "C1:D1")
    assert layout.header_rows == (1, 2)
    assert names(layout) == ["plate", "operator", "driver", "guard"]
    assert [each.header for each in layout.unknown] == ["驾驶员/电话"]
    assert layout.data_rows == (3,)


def test_the_unit_may_stand_in_the_parents_line(desk: Desk) -> None:
    columns = (PLATE, Column("budget", "预算基本支出", Kind.MONEY, unit="元"))
    sheet = desk.sheet(
        [["号牌号码", "预算（万元）", None], [None, "基本支出", "项目支出"], ["湘D1", 1, 2]], "A1:A2", "B1:C1"
    )
    assert find_layout(sheet, columns).by_name["budget"].unit == "万元"


def test_two_columns_that_look_like_one_are_ambiguous(desk: Desk) -> None:
    layout = desk.lay([["号牌号码", "车牌号", "业户名称"], ["湘D1", "湘D2", "甲"]])
    assert names(layout) == ["operator"]
    assert layout.missing == ()
    assert layout.ambiguous[0].headers == ("号牌号码", "车牌号")
    assert "A、B 列" in layout.ambiguous[0].message


def test_a_heading_that_two_columns_answer_to_is_ambiguous(desk: Desk) -> None:
    columns = (PLATE, Column("a", "姓名", Kind.TEXT), Column("b", "负责人", Kind.TEXT, aliases=("姓名",)))
    layout = find_layout(desk.sheet([["号牌号码", "姓名"], ["湘D1", "张"]]), columns)
    assert [each.name for each in layout.ambiguous[0].columns] == ["a", "b"]


def test_a_column_of_line_numbers_is_left_out(desk: Desk) -> None:
    layout = desk.lay([["序号", *HEAD], [1, *ROW], [2], [3]])
    assert layout.certain
    assert [each.header for each in layout.ignored] == ["序号"]
    assert reasons(layout) == {1: "表头", 3: "仅有序号的空行", 4: "仅有序号的空行"}


SKIPPED_ROWS: list[tuple[str, list[object]]] = [
    ("空行", []),
    ("空行", ["  ", "\u3000"]),
    ("合计行", ["合计", None, None, 5]),
    ("合计行", ["合　　计", None, None, 5]),
    ("合计行", ["合计", "3户", None, 5]),
    ("合计行", ["东区小计", None, None, 5]),
    ("合计行", [None, "总计：", None, 5]),
    ("合计行", ["共计（辆）", None, None, 5]),
    ("重复的表头", HEAD),
    ("表下说明", ["注：本表由运输科填报"]),
    ("表下说明", ["填表人：张三", None, "审核人：李四"]),
    ("表下说明", ["审核人: 李四"]),
    ("表下说明", ["第1页 共3页"]),
]


@pytest.mark.parametrize(("reason", "row"), SKIPPED_ROWS)
def test_a_row_that_is_no_record_is_skipped_with_its_reason(reason: str, row: list[object], desk: Desk) -> None:
    layout = desk.lay([HEAD, ROW, row, ROW])
    assert layout.data_rows == (2, 4)
    assert reasons(layout)[3].startswith(reason)


@pytest.mark.parametrize(
    "row",
    [
        ["湘D12345", "合计物流公司", None, 1],
        ["湘D12345", "甲公司", None, None],
        ["湘D12345", None, None, 1],
        [None, None, None, 7],
        [1, 2, 3, 4],
        ["注：备用车", "甲公司", None, 1],
    ],
)
def test_a_row_that_might_be_a_record_is_never_skipped(row: list[object], desk: Desk) -> None:
    assert desk.lay([HEAD, ROW, row, ROW]).data_rows == (2, 3, 4)


def test_the_line_of_column_numbers_under_the_head_is_skipped(desk: Desk) -> None:
    assert reasons(desk.lay([HEAD, ["甲", "乙", 1, 2], ROW]))[2] == "栏号行"
    assert reasons(desk.lay([HEAD, [1, 2, 3, "4=2+3"], ROW]))[2] == "栏号行"


def test_a_merged_line_between_the_records_is_a_group_title(desk: Desk) -> None:
    layout = desk.lay([HEAD, ["一、市区企业"], ROW], "A2:D2")
    assert reasons(layout)[2] == "分组标题（一、市区企业）"


def test_a_row_that_holds_nothing_under_merged_cells_is_skipped(desk: Desk) -> None:
    layout = desk.lay([HEAD, ROW, [None, None, None, None], ROW], "A2:A3")
    assert reasons(layout)[3] == "与上方合并、自身没有内容的行"


def test_a_record_under_a_merged_cell_stays_a_record(desk: Desk) -> None:
    layout = desk.lay([HEAD, ROW, ["湘D12346", None, None, 6]], "B2:B3")
    assert layout.data_rows == (2, 3)
    owner = layout.by_name["operator"]
    assert [each.row for each in convert(OWNER, layout.values(owner), layout.context(owner)).problems] == [3]
    filled = layout.context(owner, fill_merged=True)
    assert convert(OWNER, layout.values(owner), filled).values == ["甲公司", "甲公司"]


def test_every_row_is_either_data_or_skipped(desk: Desk) -> None:
    layout = desk.lay([["标题"], HEAD, ROW, [], ["合计", None, None, 5], ["x"], ["注：说明"]])
    assert sorted([*layout.data_rows, *reasons(layout)]) == list(range(1, 8))


def test_without_a_head_nothing_is_read(desk: Desk) -> None:
    layout = desk.lay([["甲", "乙"], ["丙", "丁"]])
    assert not layout.certain
    assert layout.missing == (PLATE, OWNER)
    assert reasons(layout) == {1: "没有找到表头", 2: "没有找到表头"}


def test_hidden_rows_and_columns_are_read_and_pointed_out(desk: Desk) -> None:
    xml = sheet_xml(
        rows_xml([HEAD, ROW]).replace('<row r="2">', '<row r="2" hidden="1">'),
        before='<cols><col min="3" max="3" hidden="1"/></cols>',
    )
    layout = find_layout(read_workbook(made_of(desk.path, xml)).sheets[0], COLUMNS)
    assert layout.data_rows == (2,)
    assert [notice for notice in layout.notices if "隐藏" in notice] == [
        "有 1 行处于隐藏状态，也照常读取",
        "C 列“发牌日期”处于隐藏状态，也照常读取",
    ]


BOOKS = {"plate": COLUMNS, "payment": (AMOUNT, NOTE, Column("on", "支付日期", Kind.DATE, required=True))}
TITLES = {"plate": "号牌发放台账", "payment": "支付明细"}


def named(sheet: Sheet, name: str) -> Sheet:
    return Sheet(name, sheet.rows, width=sheet.width)


def test_a_sheet_belongs_to_the_book_of_its_name(desk: Desk) -> None:
    sheet = named(desk.sheet([HEAD, ROW]), "支付明细")
    assert match_book(sheet, BOOKS, TITLES).book == "payment"


def test_a_sheet_of_another_name_belongs_to_the_book_of_its_headings(desk: Desk) -> None:
    sheet = named(desk.sheet([HEAD, ROW]), "Sheet1")
    assert match_book(sheet, BOOKS, TITLES).book == "plate"


def test_a_sheet_that_fits_two_books_belongs_to_none(desk: Desk) -> None:
    found = match_book(desk.sheet([HEAD, ROW]), BOOKS | {"again": COLUMNS}, TITLES | {"again": "旧号牌"})
    assert found.book is None
    assert "号牌发放台账”“旧号牌" in found.reason


def test_a_sheet_that_lacks_what_is_required_belongs_to_none_and_hears_what_is_missing(desk: Desk) -> None:
    found = match_book(desk.sheet([["业户名称", "发牌日期", "备注"], ["甲", "x", "y"]]), BOOKS, TITLES)
    assert found.book is None
    assert "缺少必填列“号牌号码”" in found.reason


def test_a_sheet_in_strange_words_belongs_to_the_book_of_its_mapping(desk: Desk) -> None:
    sheet = desk.sheet([["车号", "企业"], ["湘D1", "甲"]])
    assert match_book(sheet, BOOKS, TITLES).book is None
    mappings = {"plate": {"车号": "plate", "企业": "operator"}}
    assert match_book(sheet, BOOKS, TITLES, mappings).book == "plate"
