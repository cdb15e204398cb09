from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.report.figures import figure, hengyang
from yunguan.core.figure import Declaration, Origin
from yunguan.report.writers.xlsx import COLUMNS, Entry, evidence_bytes

NOON = datetime(2024, 4, 3, 12, tzinfo=UTC)


def sheet(*entries: Entry) -> Worksheet:
    content = evidence_bytes(entries, title="证据清单", author="中心", created=NOON)
    active = load_workbook(BytesIO(content)).active
    assert isinstance(active, Worksheet)
    return active


def row(entry: Entry) -> dict[str, Any]:
    cells = next(iter(sheet(entry).iter_rows(min_row=2, max_row=2)))
    return {column.head: cell.value for column, cell in zip(COLUMNS, cells, strict=True)}


def test_a_computed_figure_shows_formula_and_operands() -> None:
    found = row(Entry(hengyang()["safety.managers_exam.absence_rate", None], "17.5%"))
    assert (found["来源"], found["报告中的写法"], found["记录数"]) == ("系统计算", "17.5%", 936)
    assert found["计算公式"] == "弃考人次 ÷ 报名人次"
    assert found["组成数"] == "弃考人次：164；报名人次：936"


def test_a_declared_figure_shows_who_and_which_file() -> None:
    found = row(Entry(hengyang()["plates.charter", date(2023, 11, 30)], "21525", date(2023, 11, 30)))
    assert (found["来源"], found["依据文件"], found["填报人"]) == ("科室申报", "台账.xlsx", "科室填报人")
    assert (found["截至日期"], found["指定截至日期"], found["所属期间"]) == ("2023-11-30", "2023-11-30", "2023年")


def test_a_value_is_text_and_a_number_where_that_is_exact() -> None:
    exact, cut = row(Entry(figure(value="320.70"), "320.7")), row(Entry(figure(value=str(Decimal(1) / 3)), "0.3"))
    assert (exact["数值"], exact["数值（可计算）"]) == ("320.7", 320.7)
    assert (cut["数值"], cut["数值（可计算）"]) == ("0." + "3" * 28, None)


def test_a_figure_without_value_says_why_and_shows_no_number() -> None:
    found = row(Entry(figure(value=None, origin=None, why_none="2023年未登记牌证台账"), "【待填：包车牌】"))
    assert (found["来源"], found["数值"], found["数值（可计算）"]) == ("待填", None, None)
    assert found["说明"] == "2023年未登记牌证台账"


def test_a_difference_between_declared_and_computed_is_told() -> None:
    declared = Declaration(Decimal(21000), Origin.DECLARED, date(2023, 12, 31), "张三", reason="未计补发")
    assert row(Entry(figure(declared=declared), "21525"))["说明"] == "科室申报为21000，差异原因：未计补发"


def test_text_that_looks_like_a_formula_stays_text() -> None:
    hostile = ("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2", "http://example.org", '=HYPERLINK("http://x")')
    cells = [
        list(line)[1] for line in sheet(*(Entry(figure(title=text), text) for text in hostile)).iter_rows(min_row=2)
    ]
    assert [cell.value for cell in cells] == list(hostile)
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_heads_stay_in_sight_and_columns_are_wide_enough() -> None:
    found = sheet(Entry(figure(), "21525"))
    assert found.freeze_panes == "D2"
    assert [cell.value for cell in found[1]] == [column.head for column in COLUMNS]
    assert found.column_dimensions["A"].width > 30


def test_the_same_figures_give_the_same_bytes() -> None:
    entries = [Entry(one, "") for one in hengyang().values()]
    made = [evidence_bytes(entries, title="证据清单", author="中心", created=NOON) for _ in range(2)]
    assert made[0] == made[1]


def test_control_characters_are_shown() -> None:
    assert row(Entry(replace(figure(), title="包\x00车"), ""))["指标名称"] == "包\ufffd车"
