"""The XML of one sheet as rows of values, streamed: what the file says, counted before it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final
from xml.sax.saxutils import escape

from lxml import etree

from yunguan.registers.importing.archive import Unreadable, damaged
from yunguan.registers.importing.content import MAX_CELLS, MAX_COLUMN, MAX_ROWS, Content, cover_merged
from yunguan.registers.importing.texts import (
    MAX_BUFFER,
    clean_text,
    column_letter,
    column_number,
    decoded,
    safe_parser,
    visible_text,
)
from yunguan.registers.importing.values import CellError, CellValue, NoValue, Shown, numeric

_MAX_ROW_TAGS: Final = 1_100_000

_CELL: Final = re.compile(
    r'<c r="([A-Z]{1,3})[0-9]+"(?: s="([0-9]+)")?(?: t="(\w+)")?(?:/>|>'
    r"(<f(?:/>| [^>]*/>|(?: [^>]*)?>[^<]*</f>))?"
    r'(?:<v/>|<v />|<v(?: xml:space="preserve")?>([^<]*)</v>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
)
_ROW: Final = re.compile(r"<row\b([^>]*)>")
_ROW_NUMBER: Final = re.compile(r'\br="([0-9]{1,9})"')
_HIDDEN: Final = re.compile(r'\bhidden="(?:1|true)"')
_CELL_COLUMN: Final = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_DDE: Final = re.compile(r"\|[^|]*!")
_IN_QUOTES: Final = re.compile(r'"[^"]*"')
_COLUMN: Final = re.compile(r"<col\b([^>]*)>")

RawCell = tuple[str, str, str, str, str, str]
"""Column letters, style, type, the formula with its tags, value, inline text; "" where there is none."""


@dataclass(frozen=True)
class Inside:
    """What a sheet's cells refer to: the shared texts, how each style shows numbers, the date base."""

    texts: list[str]
    styles: list[Shown]
    base_1904: bool


def read_sheet(blocks: Iterator[bytes], inside: Inside) -> Content:
    """Every row of a sheet; Unreadable when it is too large, points too far out, or is no sound XML."""
    reader = _SheetReader(inside)
    tail = reader.read(blocks)
    cover_merged(reader.content, tail)
    return reader.content


class _SheetReader:
    """Reads rows as they come: the usual spelling by pattern, any other spelling of a row by an XML parser."""

    def __init__(self, inside: Inside) -> None:
        self.content = Content()
        self._inside = inside
        self._numbers: dict[tuple[str, str], CellValue] = {}
        self._columns: dict[str, int] = {}
        self._row_tags = 0
        self._cell_tags = 0
        self._last_row = 0

    def read(self, blocks: Iterator[bytes]) -> str:
        """Read up to the end of the cells; returns what comes after them."""
        buffer, in_rows = b"", False
        for block in blocks:
            buffer += block
            if not in_rows:
                in_rows, buffer = self._head(buffer)
            cut = buffer.rfind(b"</row>") + len(b"</row>")
            if in_rows and cut >= len(b"</row>"):
                self._rows(decoded(buffer[:cut]))
                buffer = buffer[cut:]
            if len(buffer) > MAX_BUFFER:
                raise Unreadable("工作表中有一行或一处内容过大（超过 16 MB），请清理后再上传。")
        rest = decoded(buffer)
        if not in_rows or not rest.rstrip().endswith("</worksheet>") or _unclosed(rest):
            raise damaged("工作表没有结尾")
        return rest

    def _head(self, buffer: bytes) -> tuple[bool, bytes]:
        at = buffer.find(b"<sheetData")
        if at < 0:
            if buffer.rstrip().endswith(b"worksheet>"):
                raise Unreadable("工作表的写法不是 Excel 的写法，无法读取，请在 Excel 中另存为 xlsx 后再上传。")
            return False, buffer
        for attributes in _COLUMN.findall(decoded(buffer[:at])):
            if _HIDDEN.search(attributes):
                self._hide_columns(attributes)
        return True, buffer[at:]

    def _hide_columns(self, attributes: str) -> None:
        first = re.search(r'\bmin="([0-9]{1,5})"', attributes)
        last = re.search(r'\bmax="([0-9]{1,5})"', attributes)
        if first and last:
            self.content.hidden_columns.update(range(int(first[1]) - 1, min(int(last[1]), MAX_COLUMN)))

    def _rows(self, text: str) -> None:
        if "<!--" in text:
            raise damaged("工作表中夹有注释")
        for piece in text.split("</row>")[:-1]:
            heads = list(_ROW.finditer(piece))
            self._row_tags += len(heads)
            if not heads or heads[-1][1].endswith("/"):
                raise damaged("工作表中的行无法读取")
            if self._row_tags > _MAX_ROW_TAGS:
                raise Unreadable("工作表的行数超过 Excel 的上限，请清理空行后再上传。")
            for head in heads:
                number = self._row_number(head[1])
            self._row(number, piece[heads[-1].end() :])

    def _row_number(self, attributes: str) -> int:
        found = _ROW_NUMBER.search(attributes)
        number = int(found[1]) if found else self._last_row + 1
        if number <= self._last_row:
            raise damaged(f"第 {number} 行出现了两次或次序颠倒")
        self._last_row = number
        if "hidden" in attributes and _HIDDEN.search(attributes):
            self.content.hidden_rows.add(number)
        return number

    def _row(self, number: int, body: str) -> None:
        cells = _CELL.findall(body)
        if len(cells) != body.count("<c"):
            cells = list(_parsed_cells(body, number))
        self._cell_tags += len(cells)
        if self._cell_tags > 2 * MAX_CELLS:
            raise Unreadable("工作表的单元格超过 400 万个，请清理空单元格的格式或拆成几个工作表后再上传。")
        row: list[CellValue] = []
        self._cells(row, number, cells)
        if row:
            self._keep(number, row)

    def _cells(self, row: list[CellValue], number: int, cells: list[RawCell]) -> None:
        columns = self._columns
        for letters, style, kind, formula, value, inline in cells:
            if formula:
                found = self._formula(style, kind, formula, value)
            elif inline:
                found = clean_text(inline)
            elif not value:
                continue
            elif not kind:
                key = (style, value)
                found = self._numbers[key] if key in self._numbers else self._number(style, value)
            else:
                found = self._other(style, kind, value)
            if found is None or found == "":
                continue
            if columns.get(letters) == len(row):
                row.append(found)
            else:
                self._place(row, number, letters, found)

    def _place(self, row: list[CellValue], number: int, letters: str, found: CellValue) -> None:
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_number(letters)
        missing = column - len(row)
        if missing < 0:
            raise damaged(f"第 {number} 行的单元格重复或次序颠倒")
        if missing:
            if column >= MAX_COLUMN:
                raise damaged(f"第 {number} 行的单元格超出了 Excel 的列数")
            row.extend([None] * missing)
        row.append(found)

    def _keep(self, number: int, row: list[CellValue]) -> None:
        content = self.content
        content.width = max(content.width, len(row))
        if number > MAX_ROWS or number * content.width > MAX_CELLS:
            place = f"{column_letter(len(row) - 1)}{number}"
            raise Unreadable(
                f"工作表的内容一直到 {place}，超过 {MAX_ROWS:,} 行或 {MAX_CELLS:,} 个单元格的上限，"
                "请删除远处的零星内容，或把数据拆成几个工作簿后再上传。"
            )
        content.rows.extend([] for _ in range(number - 1 - len(content.rows)))
        content.rows.append(row)

    def _shared(self, value: str) -> str:
        try:
            return self._inside.texts[int(value)]
        except (ValueError, IndexError) as error:
            raise damaged("单元格指向了不存在的文本") from error

    def _number(self, style: str, value: str) -> CellValue:
        styles = self._inside.styles
        index = int(style or 0)
        if index >= max(len(styles), 1):
            raise damaged("单元格指向了不存在的格式")
        try:
            number = numeric(value, styles[index] if styles else Shown.PLAIN, base_1904=self._inside.base_1904)
        except ArithmeticError as error:
            raise damaged("单元格中的数字无法读取") from error
        self._numbers[style, value] = number
        return number

    def _formula(self, style: str, kind: str, formula: str, value: str) -> CellValue:
        words = clean_text(formula.partition(">")[2].removesuffix("</f>"))
        if "|" in words and _DDE.search(_IN_QUOTES.sub("", words)):
            raise Unreadable("文件中的公式会调用外部程序（DDE），已拒绝读取，请删除这些公式后再上传。")
        if value:
            return self._number(style, value) if not kind else self._other(style, kind, value)
        return None if kind == "str" else NoValue(words)

    def _other(self, style: str, kind: str, value: str) -> CellValue:
        if kind == "s":
            return self._shared(value)
        if kind == "str":
            return clean_text(value)
        if kind == "n":
            return self._number(style, value)
        if kind == "b":
            return value in {"1", "true"}
        if kind == "e":
            return CellError(clean_text(value))
        if kind == "d":
            return _iso(value)
        raise damaged(f"单元格的类型“{kind}”无法识别")


def _iso(value: str) -> CellValue:
    try:
        moment = datetime.fromisoformat(value.removesuffix("Z"))
    except ValueError as error:
        raise damaged("单元格中的日期无法读取") from error
    return moment.date() if moment.time() == time.min else moment


def _parsed_cells(body: str, number: int) -> Iterator[RawCell]:
    try:
        row = etree.fromstring(f"<row>{body}</row>", safe_parser())
    except etree.XMLSyntaxError as error:
        raise damaged(f"第 {number} 行无法读取") from error
    column = -1
    for cell in row.iterchildren("c"):
        place = _CELL_COLUMN.fullmatch(cell.get("r", ""))
        column = column_number(place[1]) if place else column + 1
        formula, value, inline = cell.find("f"), cell.find("v"), cell.find("is")
        yield (
            column_letter(column),
            cell.get("s", ""),
            cell.get("t", ""),
            "" if formula is None else f"<f>{escape(formula.text or '')}</f>",
            "" if value is None else escape(value.text or ""),
            "" if inline is None else escape(visible_text(inline)),
        )


def _unclosed(rest: str) -> bool:
    cells, end, _ = rest.partition("</sheetData>")
    return "<c " in cells or not (end or "<sheetData/>" in rest)
