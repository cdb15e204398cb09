"""Write the demonstration's clean workbooks again as offices really keep them.

    python tools/messy_set.py CLEAN MESSY

Reads the workbooks of CLEAN and writes to MESSY those that a recipe below describes: title lines, lines with the
reporting unit, heads of two lines, other words for the columns, totals, blank rows, repeated heads, foot notes, merged
cells, numbers and dates as text, identity numbers as numbers. MESSY/expected.json says of each what must come of it:

    import       every record goes in as it stands
    map          the headings of "mapping" must be mapped first ("" leaves a column out), then every record goes in
    fill_merged  refused as it stands; with merged cells filled, every record goes in
    refuse       the cells of "refused" (Excel row and heading) are refused, all other records are good
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Cell = Any
Change = Callable[[Cell, int], Cell]  # the cell, and the number of its record


def chinese_day(cell: Cell, number: int) -> Cell:
    """Every other date as a clerk types it."""
    if isinstance(cell, date) and number % 2:
        return f"{cell.year}年{cell.month}月{cell.day}日"
    return cell


def dotted_day(cell: Cell, number: int) -> Cell:
    """Every third date with points."""
    return f"{cell.year}.{cell.month}.{cell.day}" if isinstance(cell, date) and number % 3 == 0 else cell


def text_of_number(cell: Cell, number: int) -> Cell:
    """A number as text; every fifth in full-width digits."""
    if not isinstance(cell, float | int):
        return cell
    text = f"{cell:.0f}"
    return text.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)}) if number % 5 == 0 else text


def grouped_money(cell: Cell, number: int) -> Cell:
    """An amount as text with thousands apart."""
    return f"{cell:,.2f}" if isinstance(cell, float | int) and number % 2 else cell


def with_spaces(cell: Cell, number: int) -> Cell:
    """A text between spaces that nobody sees."""
    return f" {cell}\u3000" if isinstance(cell, str) and number % 4 == 0 else cell


def number_of_text(cell: Cell, number: int) -> Cell:
    """Every fiftieth code as the number that a spreadsheet makes of it."""
    return float(cell) if isinstance(cell, str) and cell.isdigit() and number % 50 == 0 else cell


@dataclass(frozen=True)
class Recipe:
    """How one workbook is spoilt, and what must come of it."""

    outcome: str
    sheet: str = ""  # "" keeps the name of the sheet
    titles: tuple[str, ...] = ()
    renamed: dict[str, str] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)  # upper line of the head → headings below it
    cells: dict[str, Change] = field(default_factory=dict)
    numbered: bool = False
    blank_every: int = 0
    head_again_every: int = 0
    totals: bool = False
    notes: tuple[str, ...] = ()
    merged: str = ""  # a column whose equal neighbours are merged
    extra: str = ""  # a column of which the register knows nothing
    mapping: dict[str, str] = field(default_factory=dict)
    refused: str = ""  # the column whose numbers must be refused


RECIPES = {
    "经营业户名录": Recipe(
        "import",
        titles=("衡阳市道路运输经营业户一览表", "填报单位：市场调查统计科　　填报日期：2024年1月5日"),
        renamed={"业户名称": "企业名称", "统一社会信用代码": "信用代码", "手机": "联系电话", "行政区划": "所属区县"},
        groups={
            "基本情况": ("业户名称", "统一社会信用代码", "业户类型", "行业类别"),
            "负责人": ("法定代表人", "经营负责人", "手机"),
        },
        cells={"开业日期": chinese_day, "业户名称": with_spaces},
        numbered=True,
        blank_every=150,
        totals=True,
        notes=("注：两客一危指旅游包车、班线客车和危险货物运输车。", "填表人：　　　　审核人："),
    ),
    "应急预案备案台账": Recipe(
        "map",
        sheet="应急预案备案",
        titles=("道路运输企业应急预案备案情况统计",),
        renamed={
            "企业名称": "单位名称",
            "统一社会信用代码": "企业信用代码",
            "预案名称": "预案文本",
            "备案日期": "备案时间",
        },
        extra="经办人签字",
        mapping={"预案文本": "plan_title", "经办人签字": ""},
        cells={"提交日期": dotted_day},
        totals=True,
    ),
    "营运车辆名录": Recipe(
        "import",
        sheet="Sheet1",
        titles=("营运车辆台账",),
        renamed={"车牌号": "号牌号码", "核定载客": "座位数", "登记日期": "落户日期", "车辆识别代号": "VIN"},
        cells={"核定载客": text_of_number, "登记日期": dotted_day, "车牌号": with_spaces},
        head_again_every=400,
        blank_every=333,
    ),
    "预算支付明细": Recipe(
        "import",
        titles=("2023年预算支付明细账", "编制单位：财务科　　　　　　单位：元"),
        renamed={"支付凭证号": "凭证号", "金额": "支付金额", "收款人": "收款单位", "摘要": "用途"},
        groups={"科目": ("经济分类编码", "功能分类编码")},
        cells={"金额": grouped_money, "支付日期": chinese_day},
        totals=True,
        notes=("制表人：　　　　复核人：",),
    ),
    "干部职工名册": Recipe(
        "fill_merged",
        titles=("市道路运输服务中心干部职工花名册",),
        renamed={"身份证号": "身份证号码", "所在科室": "科室"},
        merged="所在科室",
        totals=True,
    ),
    "从业人员名录": Recipe(
        "refuse",
        renamed={"身份证号": "公民身份号码", "手机": "联系电话"},
        cells={"身份证号": number_of_text},
        refused="身份证号",
        numbered=True,
    ),
    "两类人员考核报名台账": Recipe(
        "import",
        titles=("“两类人员”安全考核报名及成绩登记表",),
        renamed={
            "姓名": "姓 名*",
            "身份证号": "身份证号\n（必填）",
            "成绩": "考试成绩",
            "状态": "考核结果",
            "场次编号": "场次",
        },
        cells={"成绩": text_of_number, "报名日期": chinese_day},
        notes=("说明：缺考人员不填成绩。",),
    ),
}


@dataclass
class Page:
    """The sheet being written, and where its next row goes."""

    sheet: Worksheet
    day: Format
    row: int = 0

    def line(self, cells: list[Cell]) -> int:
        """Write one row; its number in Excel."""
        for index, cell in enumerate(cells):
            if isinstance(cell, date):
                self.sheet.write_datetime(self.row, index, datetime.combine(cell, time()), self.day)
            elif isinstance(cell, str):
                self.sheet.write_string(self.row, index, cell)
            elif cell is not None:
                self.sheet.write_number(self.row, index, cell)
        self.row += 1
        return self.row


def spoil(clean: Path, messy: Path, recipe: Recipe) -> dict[str, Any]:
    """Write one workbook and tell what must come of it."""
    title = clean.stem
    head, *records = read(clean)
    if recipe.merged:
        records.sort(key=lambda record: str(record[head.index(recipe.merged)]))
    with Workbook(str(messy)) as workbook:
        page = Page(workbook.add_worksheet(recipe.sheet or title), workbook.add_format({"num_format": "yyyy/m/d"}))
        shown = _shown(head, recipe)
        for line in recipe.titles:
            page.sheet.merge_range(page.row, 0, page.row, len(shown) - 1, line)
            page.row += 1
        _write_head(page, head, shown, recipe)
        refused = list(_write_records(page, head, shown, records, recipe))
        if recipe.totals:
            page.line(["合计", f"{len(records)}条"])
        for note in recipe.notes:
            page.line([note])
    return {
        "file": messy.name,
        "title": title,
        "outcome": recipe.outcome,
        "records": len(records),
        "mapping": recipe.mapping,
        "refused": refused,
        "column": recipe.renamed.get(recipe.refused, recipe.refused),
    }


def read(path: Path) -> list[list[Cell]]:
    """Head and records of a clean workbook; an empty cell is None, a date a date."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    days = [[cell.date() if isinstance(cell, datetime) else cell for cell in row] for row in rows]
    return [[None if cell == "" else cell for cell in row] for row in days]


def _shown(head: list[str], recipe: Recipe) -> list[str]:
    """The headings as they are written: a line number before, renamed ones, an unknown one behind."""
    shown = [recipe.renamed.get(name, name) for name in head]
    return [*(["序号"] if recipe.numbered else []), *shown, *([recipe.extra] if recipe.extra else [])]


def _write_head(page: Page, head: list[str], shown: list[str], recipe: Recipe) -> None:
    """One line, or two with the groups merged above and the other headings merged downwards."""
    if not recipe.groups:
        page.line(shown)
        return
    group_of = {name: group for group, names in recipe.groups.items() for name in names}
    shift = 1 if recipe.numbered else 0
    groups = ["" if index < shift else group_of.get(head[index - shift], "") for index in range(len(shown))]
    for group, columns in groupby(range(len(shown)), key=lambda index: groups[index] or f"\0{index}"):
        first, *_, last = [*(found := list(columns)), found[-1]]
        if group.startswith("\0"):
            page.sheet.merge_range(page.row, first, page.row + 1, first, shown[first])
        else:
            page.sheet.merge_range(page.row, first, page.row, last, group)
    page.row += 1
    page.line([name if groups[index] else None for index, name in enumerate(shown)])


def _write_records(
    page: Page, head: list[str], shown: list[str], records: list[list[Cell]], recipe: Recipe
) -> Iterator[int]:
    """Every record with what lies between them; yields the rows that must be refused."""
    merged: list[tuple[int, Cell]] = []
    shift = 1 if recipe.numbered else 0
    for number, record in enumerate(records, start=1):
        if recipe.blank_every and number % recipe.blank_every == 0:
            page.line([])
        if recipe.head_again_every and number % recipe.head_again_every == 0:
            page.line(shown)
        cells = [_changed(recipe, name, cell, number) for name, cell in zip(head, record, strict=True)]
        row = page.line([*([number] if shift else []), *cells])
        if recipe.merged:
            merged.append((row, cells[head.index(recipe.merged)]))
        if recipe.refused and isinstance(cells[head.index(recipe.refused)], float):
            yield row
    if recipe.merged:
        _merge(page, head.index(recipe.merged) + shift, merged)


def _changed(recipe: Recipe, name: str, cell: Cell, number: int) -> Cell:
    return recipe.cells[name](cell, number) if name in recipe.cells else cell


def _merge(page: Page, column: int, cells: list[tuple[int, Cell]]) -> None:
    """Merge equal neighbours of a column downwards."""
    for value, found in groupby(cells, key=lambda each: each[1]):
        rows = [row for row, _ in found]
        if len(rows) > 1:
            page.sheet.merge_range(rows[0] - 1, column, rows[-1] - 1, column, value)


def main() -> None:
    """Spoil every workbook that has a recipe."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean", type=Path)
    parser.add_argument("messy", type=Path)
    wanted = parser.parse_args()
    wanted.messy.mkdir(parents=True, exist_ok=True)
    found = [path for path in sorted(wanted.clean.glob("*.xlsx")) if path.stem in RECIPES]
    expected = [spoil(path, wanted.messy / f"{path.stem}（原样）.xlsx", RECIPES[path.stem]) for path in found]
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (wanted.messy / "expected.json").write_text(text, encoding="utf-8")
    print(f"{len(expected)} workbooks in {wanted.messy}")


if __name__ == "__main__":
    main()
