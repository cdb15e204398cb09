from typing import Any

import openpyxl
import pytest

from tests.audit.readers.xlsx.books import Rows, book, changed, with_parts
from yunguan.audit.read import read_bytes
from yunguan.audit.reader import Unreadable
from yunguan.core.reading import BlockKind, Reading, Table

SHEET = "xl/worksheets/sheet1.xml"
PLAIN: Rows = (("项目", "决算"), ("甲", 9), ("乙", 3))


def read(data: bytes) -> Reading:
    return read_bytes("a.xlsx", data)


def said(reading: Reading) -> list[tuple[str, str]]:
    """The paragraphs and headings with their places."""
    return [(block.where, block.text) for block in reading.blocks if block.kind is not BlockKind.CELL]


def only(reading: Reading) -> Table:
    (table,) = reading.tables
    return table


def test_a_table_is_read_with_the_places_of_its_cells() -> None:
    reading = read(book(PLAIN))

    assert (reading.kind, reading.unread) == ("xlsx", ())
    assert reading.tables == (Table("“收支表”工作表A1起的表", (("项目", "决算"), ("甲", "9"), ("乙", "3"))),)
    assert reading.blocks[3].where == "“收支表”工作表A1起的表 第2行第2列"


def test_title_and_unit_stand_before_the_table_and_the_note_behind_it() -> None:
    above: Rows = (("收支决算表", None), ("部门：甲局", "单位：万元"))
    reading = read(book([*above, *PLAIN, ("注：含上年结转。", None)]))

    assert said(reading) == [
        ("“收支表”工作表A1", "收支决算表"),
        ("“收支表”工作表A2", "部门：甲局"),
        ("“收支表”工作表B2", "单位：万元"),
        ("“收支表”工作表A6", "注：含上年结转。"),
    ]
    assert only(reading).where == "“收支表”工作表A3起的表"
    assert len(only(reading).rows) == 3


def test_blank_rows_part_tables_that_have_their_own_heads() -> None:
    reading = read(book([*PLAIN, (), ("指标", "得分"), ("丙", 8)]))

    assert [table.where for table in reading.tables] == ["“收支表”工作表A1起的表", "“收支表”工作表A5起的表"]


def test_a_blank_row_inside_a_table_does_not_part_it_from_its_total() -> None:
    assert only(read(book([*PLAIN, (), ("合计", 12)]))).rows[-2:] == (("", ""), ("合计", "12"))


def test_heads_over_two_rows_and_merged_cells_stand_at_their_first_place() -> None:
    def merge(workbook: Any) -> None:
        sheet = workbook.worksheets()[0]
        sheet.merge_range("A1:A2", "项目")
        sheet.merge_range("B1:C1", "金额")

    reading = read(book([(), (None, "预算", "决算"), ("甲", 9, 8)], merge))

    assert only(reading).rows == (("项目", "金额", ""), ("", "预算", "决算"), ("甲", "9", "8"))


def test_what_a_merged_cell_covers_is_not_read() -> None:
    data = changed(
        book([*PLAIN, ("丙", 5, 77)]),
        SHEET,
        lambda xml: xml.replace(
            "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="B4:C4"/></mergeCells>'
        ),
    )

    assert only(read(data)).rows[-1] == ("丙", "5")


def test_hidden_sheets_are_named_and_hidden_rows_and_columns_read() -> None:
    def hide(workbook: Any) -> None:
        workbook.worksheets()[0].set_row(1, None, None, {"hidden": True})
        workbook.worksheets()[0].set_column(1, 1, None, None, {"hidden": True})
        workbook.worksheets()[1].hide()
        workbook.worksheets()[2].very_hidden()

    reading = read(book({"收支表": PLAIN, "底稿": PLAIN, "参数": PLAIN}, hide))

    assert only(reading).rows[1] == ("甲", "9")
    assert reading.unread == tuple(
        f"隐藏的工作表“{name}”没有核对，需要核对时请取消隐藏后再提供" for name in ("底稿", "参数")
    )


def test_formulas_are_read_by_their_saved_results() -> None:
    def total(workbook: Any) -> None:
        workbook.worksheets()[0].write_formula("B4", "=SUM(B2:B3)", None, 12)

    assert only(read(book([*PLAIN, ("合计",)], total))).rows[-1] == ("合计", "12")


def test_a_table_with_a_formula_without_result_is_left_out_and_named(tmp_path: Any) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.create_sheet("收支表", 0)
    for row in (*PLAIN, ("合计", "=SUM(B2:B3)"), (), ("指标", "得分"), ("丙", 8)):
        sheet.append(tuple(row))
    workbook.save(tmp_path / "a.xlsx")
    reading = read((tmp_path / "a.xlsx").read_bytes())

    assert only(reading).rows == (("指标", "得分"), ("丙", "8"))
    assert reading.unread == (
        "“收支表”工作表B4的公式没有保存计算结果，所在的表没有核对，请用 Excel 打开并保存后再提供",
    )


def test_error_cells_and_truth_values_are_read_as_excel_prints_them() -> None:
    def fail(workbook: Any) -> None:
        workbook.worksheets()[0].write_formula("B4", "=1/0", None, "#DIV/0!")

    assert [row[1] for row in only(read(book([*PLAIN, ("丙",), ("丁", True)], fail))).rows[-2:]] == ["#DIV/0!", "TRUE"]


def test_numbers_are_read_as_their_formats_print_them() -> None:
    row = ("甲", (0.9512, "0.0%"), (1234.5, "#,##0.00"), (45291, 'yyyy"年"m"月"d"日"'), 0.1 + 0.2, "1,000")

    assert only(read(book([("项目", "率", "额", "日期", "值", "文"), row]))).rows[1] == (
        "甲", "95.1%", "1,234.50", "2023年12月31日", "0.3", "1,000"
    )  # fmt: skip


def test_links_and_embedded_objects_are_named_and_not_opened() -> None:
    link = {"xl__externalLinks__externalLink1.xml": "<a/>", "xl__embeddings__oleObject1.bin": "x"}

    assert [told.split("，")[0] for told in read(with_parts(book(PLAIN), **link)).unread] == [
        "链接的别的工作簿没有打开",
        "嵌入的对象没有打开",
    ]


def test_rich_text_is_one_text_and_lines_within_a_cell_are_joined() -> None:
    def rich(workbook: Any) -> None:
        workbook.worksheets()[0].write_rich_string("A4", "在职", workbook.add_format({"bold": True}), "人数\n（人）")

    assert only(read(book([*PLAIN, (None, 5)], rich))).rows[-1] == ("在职人数（人）", "5")


def test_a_sheet_of_sentences_is_prose_with_a_line_a_paragraph() -> None:
    reading = read(book([("一、情况\n全年检查 7 次。",), ("完。",)]))

    assert said(reading) == [
        ("“收支表”工作表A1", "一、情况"),
        ("“收支表”工作表A1", "全年检查 7 次。"),
        ("“收支表”工作表A2", "完。"),
    ]
    assert reading.tables == ()


def test_a_column_of_nothing_but_numbers_is_no_prose() -> None:
    assert only(read(book([(21,), (7,), (8.5,)]))).rows == (("21",), ("7",), ("8.5",))


def test_a_heading_of_one_sheet_does_not_stand_over_the_next() -> None:
    reading = read(book({"甲": [("一、情况",), ("好。",)], "乙": [("差。",)]}))

    assert [block.path for block in reading.blocks] == [(), ("一、情况",), ()]


def test_the_workbook_is_found_by_its_relationships() -> None:
    data = book(PLAIN).replace(b"xl/workbook.xml", b"xl/werkboek.xml")
    data = changed(data, "_rels/.rels", lambda xml: xml.replace("workbook.xml", "werkboek.xml"))
    data = data.replace(b"xl/_rels/workbook.xml.rels", b"xl/_rels/werkboek.xml.rels")

    assert only(read(data)).rows[1] == ("甲", "9")


def far(ref: str) -> bytes:
    row = "".join(filter(str.isdigit, ref))
    cell = f'<row r="{row}"><c r="{ref}"><v>1</v></c></row></sheetData>'
    return changed(book(PLAIN), SHEET, lambda xml: xml.replace("</sheetData>", cell))


def merged(count: int) -> bytes:
    refs = "".join(f'<mergeCell ref="A{n}:C{n + 1}"/>' for n in range(1, count + 1))
    return changed(
        book(PLAIN), SHEET, lambda xml: xml.replace("</sheetData>", f"</sheetData><mergeCells>{refs}</mergeCells>")
    )


def styled(count: int) -> bytes:
    return changed(
        book(PLAIN), "xl/styles.xml", lambda xml: xml.replace("</cellXfs>", '<xf numFmtId="0"/>' * count + "</cellXfs>")
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (far("XFD1048576"), "一直到“收支表”工作表XFD1048576"),
        (far("A200001"), "200,000 行"),
        (far("ZZZ5"), "次序颠倒"),
        (far("A2"), "次序颠倒"),
        (merged(100_001), "合并的单元格过多"),
        (styled(70_001), "样式过多|压缩炸弹"),
        (changed(book(PLAIN), SHEET, lambda xml: xml.replace("<worksheet", "<!DOCTYPE a><worksheet", 1)), "DOCTYPE"),
        (changed(book(PLAIN), SHEET, lambda xml: xml[:-20]), "XML"),
        (changed(book(PLAIN), SHEET, lambda xml: xml.replace("<v>9</v>", "<v>九</v>")), "数字写错"),
        (changed(book(PLAIN), SHEET, lambda xml: xml.replace('t="s"><v>0', 't="s"><v>99')), "不存在的文字"),
        (changed(book(PLAIN), "xl/workbook.xml", lambda xml: xml.replace("<sheet ", "<other ")), "没有工作表"),
        (with_parts(book(PLAIN), xl__vbaProject_bin="x").replace(b"vbaProject_bin", b"vbaProject.bin"), "宏"),
        (book([("",)]), "没有可以核对的内容"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_and_broken_workbooks_are_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(data)
