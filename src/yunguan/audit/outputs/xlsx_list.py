"""The list as a workbook: findings, ledger, relations that hold, numbers that nothing checked, over all files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from yunguan.audit.ledger import name_of
from yunguan.audit.output import Output, Sink
from yunguan.audit.outputs.saying import graded
from yunguan.audit.outputs.wrapping import columns, plain
from yunguan.audit.report import AuditReport
from yunguan.audit.waivers.waiver import short
from yunguan.audit.wording import OUTCOMES, SEVERITIES
from yunguan.core.finding import Finding, Place

_LONGEST: Final = 32_000
_MOST_ROWS: Final = 1_048_575
_LINE: Final = 14.5
_HIGHEST: Final = 409.0
_WAIVED: Final = "已豁免"
_FONT: Final = {"font_name": "宋体", "font_size": 10.5, "border": 1}


@dataclass(frozen=True)
class _Sheet:
    """A sheet by its name, and its columns by head and width."""

    name: str
    columns: tuple[tuple[str, int], ...]


_FINDINGS: Final = _Sheet(
    "问题清单",
    (
        ("文件", 22), ("规则", 20), ("程度", 8), ("说明", 60), ("位置", 34), ("引文", 50), ("应为", 14), ("写为", 14),
        ("相差", 14), ("编号", 15),
    ),
)  # fmt: skip
_LEDGER: Final = _Sheet("履职台账", (("文件", 22), ("规则", 28), ("结果", 10), ("说明", 60), ("没有判定的", 70)))
_HELD: Final = _Sheet("成立的关系", (("文件", 22), ("规则", 28), ("参与核对的数", 70), ("位置", 40), ("引文", 60)))
_LOOSE: Final = _Sheet("没有核对到的数", (("文件", 22), ("数", 14), ("主语", 34), ("位置", 40), ("原文", 70)))


class XlsxList(Sink):
    """Writes one workbook, row by row as the reports come; every cell is text, so that nothing in it runs."""

    def __init__(self, path: Path) -> None:
        import xlsxwriter  # noqa: PLC0415 - only this output needs it

        self.path = path
        self.said: list[str] = []
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = xlsxwriter.Workbook(str(path), {**options, "constant_memory": True})
        self.head = self.book.add_format({**_FONT, "bold": True, "bg_color": "#E8E6DC", "align": "center"})
        self.cell = self.book.add_format({**_FONT, "text_wrap": True, "valign": "top"})
        self.pages = {sheet: self._page(sheet) for sheet in (_FINDINGS, _LEDGER, _HELD, _LOOSE)}
        self.rows = dict.fromkeys(self.pages, 0)

    def begin(self, now: datetime) -> None:
        self.book.set_properties({"title": "报告核对清单", "created": now.replace(tzinfo=None)})

    def take(self, report: AuditReport) -> None:
        file = report.file
        for finding in graded(report.findings):
            self._row(_FINDINGS, file, *_finding(finding, SEVERITIES[finding.severity]))
        for each in report.waived:
            self._row(_FINDINGS, file, *_finding(each.finding, _WAIVED))
        for entry in report.ledger:
            doubts = "\n".join(f"{_wheres(doubt.places)}：{doubt.message}" for doubt in entry.doubts)
            self._row(_LEDGER, file, entry.name, OUTCOMES[entry.outcome], entry.sentence, doubts)
        for held in report.checked:
            numbers = "；".join(map(str, held.operands))
            self._row(_HELD, file, name_of(held.rule), numbers, _wheres(held.places), _quotes(held.places))
        for loose in report.unchecked:
            self._row(_LOOSE, file, loose.text, loose.subject, loose.place.where, loose.place.quote)

    def finish(self) -> Iterable[Path]:
        from xlsxwriter.exceptions import FileCreateError  # noqa: PLC0415

        for sheet, page in self.pages.items():
            page.autofilter(0, 0, max(1, self.rows[sheet]), len(sheet.columns) - 1)
        try:
            self.book.close()
        except FileCreateError as error:
            self.said.append(f"没有写出“{self.path}”：{error}，请核对目录和权限，已打开的请先关闭。")
            return ()
        return (self.path,)

    def remarks(self) -> Iterable[str]:
        return self.said

    def _page(self, sheet: _Sheet) -> Any:
        page = self.book.add_worksheet(sheet.name)
        for index, (_, width) in enumerate(sheet.columns):
            page.set_column(index, index, width)
        for index, (head, _) in enumerate(sheet.columns):
            page.write_string(0, index, head, self.head)
        page.freeze_panes(1, 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        return page

    def _row(self, sheet: _Sheet, *cells: str) -> None:
        if self.rows[sheet] >= _MOST_ROWS:
            return
        self.rows[sheet] += 1
        self.pages[sheet].set_row(self.rows[sheet], _height(sheet, cells))
        for index, text in enumerate(cells):
            self.pages[sheet].write_string(self.rows[sheet], index, plain(text[:_LONGEST]), self.cell)


def _height(sheet: _Sheet, cells: Sequence[str]) -> float:
    """The height that shows the longest cell whole, as far as a spreadsheet allows."""
    lines = [
        sum(1 + columns(line) // (width - 3) for line in text[:_LONGEST].split("\n"))
        for text, (_, width) in zip(cells, sheet.columns, strict=True)
    ]
    return min(_HIGHEST, _LINE * max(lines) + 2)


def _finding(finding: Finding, grade: str) -> Sequence[str]:
    shown = (finding.expected or "", finding.stated or "", finding.difference or "", short(finding))
    return name_of(finding.rule), grade, finding.message, _wheres(finding.places), _quotes(finding.places), *shown


def _wheres(places: Iterable[Place]) -> str:
    return "\n".join(dict.fromkeys(place.where for place in places))


def _quotes(places: Iterable[Place]) -> str:
    return "\n".join(f"“{place.quote}”" for place in places if place.quote)


XLSX = Output("xlsx", "把问题清单、履职台账、成立的关系和没有核对到的数写成这个 Excel 文件。", XlsxList, folder=False)
