"""Workbooks that are well formed and huge or odd in one respect."""

from tests.audit.hostile.case import READ, Case, holding
from tests.audit.hostile.packages import cell, overlapping, packed, sheet, sheet_parts

_FEW = cell("A1", "0", "s") + cell("B2", "30")
_LONG = f"<si><t>{'标志牌' * 3_000_000}</t></si>"

_STYLES = "<styleSheet><cellXfs>" + "<xf numFmtId='0'/>" * 1_000_000 + "</cellXfs></styleSheet>"


def _with(parts: dict[str, str | bytes]) -> bytes:
    return packed(sheet_parts(_FEW) | parts)


def _merges(count: int) -> str:
    each = "".join(f'<mergeCell ref="A{n}:XFD{n + 1_000_000}"/>' for n in range(1, count + 1))
    return f"<mergeCells>{each}</mergeCells>"


CASES: list[Case] = [
    holding("sheet_plain", lambda: sheet(_FEW), READ),
    holding("sheet_with_a_far_cell", lambda: sheet(_FEW + cell("XFD1048576", "1")), "上限"),
    holding("sheet_with_a_cell_outside", lambda: sheet(_FEW + cell("ZZZZZZ99999999999", "1")), "位置写错"),
    holding(
        "sheet_with_cells_without_places",
        lambda: sheet("<row><c><v>1</v></c><c t='s'><v>0</v></c></row>"),
        READ,
    ),
    holding(
        "sheet_claiming_a_huge_dimension",
        lambda: sheet(_FEW, more='<dimension ref="A1:XFD1048576"/>'),
        READ,
    ),
    holding("sheet_with_merges_over_everything", lambda: sheet(_FEW, more=_merges(50)), READ),
    holding("sheet_with_20000_merges", lambda: sheet(_FEW, more=_merges(20_000)), READ),
    holding(
        "sheet_with_a_merge_backwards",
        lambda: sheet(_FEW, more='<mergeCells><mergeCell ref="Z9:A1"/><mergeCell ref="?"/></mergeCells>'),
        "合并单元格写错",
    ),
    holding(
        "sheet_with_absent_strings",
        lambda: sheet(cell("A1", "99999999", "s") + cell("A2", "-5", "s") + cell("A3", "x", "s") + cell("B1", "3")),
        "不存在的文字",
    ),
    holding("sheet_with_a_string_bomb", lambda: sheet(_FEW, _LONG), "炸弹|格式"),
    holding(
        "sheet_with_one_string_100000_times",
        lambda: sheet(
            "".join(cell(f"A{n}", "0", "s") for n in range(1, 100_001)), f"<si><t>{'标志牌' * 10_000}</t></si>"
        ),
        "炸弹|过多|格式|规定时间",
        either=True,
    ),
    holding(
        "sheet_of_20000_cells",
        lambda: sheet("".join(cell(f"A{n}", str(n)) for n in range(1, 20_001))),
        READ,
    ),
    holding(
        "sheet_with_numbers_beyond_numbers",
        lambda: sheet(
            cell("A1", "1e999999999")
            + cell("A2", "NaN")
            + cell("A3", "-inf")
            + cell("A4", "9" * 20_000)
            + cell("B1", "0", "s")
        ),
        "数字写错",
    ),
    holding(
        "sheet_with_dates_beyond_dates",
        lambda: _with(
            {
                "xl/styles.xml": '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
                "xl/worksheets/sheet1.xml": str(
                    sheet_parts(cell("A1", "99999999999").replace('t="n"', 's="0"'))["xl/worksheets/sheet1.xml"]
                ),
            }
        ),
        READ,
    ),
    holding(
        "sheet_with_a_formula_that_runs",
        lambda: sheet("<row r='1'><c r='A1' t='str'><f>cmd|' /c calc'!A0</f><v>标志牌</v></c></row>"),
        READ,
    ),
    holding(
        "sheet_with_remote_links",
        lambda: _with(
            {
                "xl/externalLinks/externalLink1.xml": "<externalLink/>",
                "xl/externalLinks/_rels/externalLink1.xml.rels": '<Relationships><Relationship Id="a" Target="http://127.0.0.1:9/a.xlsx" TargetMode="External"/></Relationships>',
            }
        ),
        READ,
    ),
    holding("sheet_with_macros", lambda: _with({"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "宏|格式"),
    holding("sheet_of_old_macros", lambda: _with({"xl/macrosheets/sheet1.xml": "<a/>"}), "宏"),
    holding("sheet_with_100001_merges", lambda: sheet(_FEW, more=_merges(100_001)), "合并的单元格过多|炸弹"),
    holding("sheet_with_a_million_styles", lambda: _with({"xl/styles.xml": _STYLES}), "样式过多|炸弹"),
    holding("sheet_beyond_its_last_row", lambda: sheet(_FEW + cell("A200001", "1")), "200,000 行"),
    holding(
        "sheet_packed_on_one_kernel",
        lambda: overlapping(sheet_parts(_FEW), b"\0" * 900_000, 2_000),
        "炸弹|重叠",
    ),
    holding(
        "sheet_binary",
        lambda: packed({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b"\x83\x01\0"}),
        "格式|xlsx",
    ),
    holding(
        "sheet_that_is_absent",
        lambda: packed({k: v for k, v in sheet_parts(_FEW).items() if "sheet1" not in k}),
        "损坏|文字|格式|xlsx",
    ),
    holding(
        "sheet_with_2000_sheets",
        lambda: _with(
            {
                "xl/workbook.xml": str(sheet_parts(_FEW)["xl/workbook.xml"]).replace(
                    "</sheets>",
                    "".join(f'<sheet name="表{n}" sheetId="{n}" r:id="rId0"/>' for n in range(2, 2_000)) + "</sheets>",
                )
            }
        ),
        "多于 500 个",
    ),
]
