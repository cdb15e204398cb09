"""Workbooks of real registers as clerks fill them: one dictionary a row, headings as keys."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.factories import credit_code

Row = dict[str, Any]


def operator_row(number: int, **changed: Any) -> Row:
    """An operator of Leiyang."""
    return {
        "业户名称": f"第{number}运输有限公司",
        "统一社会信用代码": credit_code(number),
        "业户类型": "企业法人",
        "行业类别": "普通货运",
        "两客一危": "否",
        "应备案应急预案": "是",
        "开业日期": "2015-01-01",
        "行政区划": "耒阳市",
    } | changed


def plan_row(number: int, **changed: Any) -> Row:
    """A filed plan of that operator."""
    return {
        "企业名称": f"第{number}运输有限公司",
        "统一社会信用代码": credit_code(number),
        "预案名称": "综合应急预案",
        "预案种类": "综合应急预案",
        "版本号": "2023版",
        "公布日期": "2023-03-01",
        "风险评估结果": "是",
        "应急资源调查清单": "是",
        "提交日期": "2023-03-06",
        "核对日期": "2023-03-08",
        "备案编号": f"备{number}",
        "备案日期": "2023-03-10",
        "状态": "已备案",
    } | changed


def stock_row(batch: str, first: int, last: int) -> Row:
    """A range of charter plates."""
    return {
        "入库批号": batch,
        "牌证种类": "包车牌",
        "运行范围": "省际",
        "起始牌号": f"湘包{first:07d}",
        "截止牌号": f"湘包{last:07d}",
        "入库日期": "2023-01-05",
    }


def written(path: Path, **sheets: list[Row]) -> Path:
    """A workbook with these sheets; the headings are the keys of each first row."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            sheet.write_row(0, 0, list(rows[0]))
            for at, row in enumerate(rows, start=1):
                for index, value in enumerate(row.values()):
                    if isinstance(value, date):
                        sheet.write_datetime(at, index, value, day)
                    else:
                        sheet.write(at, index, value)
    return path
