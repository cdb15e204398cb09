"""A workbook as its sheets show it: every value exactly as stored, with what Excel hides or merges."""

from __future__ import annotations

import posixpath
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml import etree

from yunguan.registers.importing.content import Content, Range
from yunguan.registers.importing.guard import Guarded, Unreadable, damaged, guarded
from yunguan.registers.importing.markup import Inside, read_sheet
from yunguan.registers.importing.texts import column_letter, safe_parser, shared_texts
from yunguan.registers.importing.values import CellError, CellValue, Covered, NoValue, Shown, shown_as

_MAX_SHEETS: Final = 200
_MAX_STYLES: Final = 70_000
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows[i]` is row i + 1 of Excel, ragged: what lies beyond its end is empty."""

    name: str
    rows: list[list[CellValue]]
    merged: tuple[Range, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    width: int = 0

    def value(self, row: int, column: int) -> CellValue:
        """The value at an Excel row (from 1) and a column (from 0); None where there is nothing."""
        cells = self.rows[row - 1] if 0 < row <= len(self.rows) else []
        return cells[column] if 0 <= column < len(cells) else None

    def error(self, row: int, column: int) -> str | None:
        """The error that Excel shows there, such as #DIV/0!."""
        found = self.value(row, column)
        return found.code if isinstance(found, CellError) else None

    def without_value(self, row: int, column: int) -> bool:
        """Whether a formula stands there that was saved without its result."""
        return isinstance(self.value(row, column), NoValue)

    def covered(self, row: int, column: int) -> bool:
        """Whether the cell lies under a merged range and is not its first cell."""
        return isinstance(self.value(row, column), Covered)

    def place(self, row: int, column: int) -> str:
        """As Excel names it: `C7`."""
        return f"{column_letter(column)}{row}"


@dataclass(frozen=True)
class Workbook:
    """All sheets with cells, in the order of their tabs."""

    sheets: tuple[Sheet, ...]
    base_1904: bool = False
    named: dict[str, Sheet] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.named.update((sheet.name, sheet) for sheet in self.sheets)

    @property
    def visible(self) -> tuple[Sheet, ...]:
        """The sheets that a person sees."""
        return tuple(sheet for sheet in self.sheets if not sheet.hidden)


def read_workbook(path: Path) -> Workbook:
    """Read every sheet of an xlsx within the limits; Unreadable says in Chinese why a file is not read."""
    try:
        with guarded(path) as file:
            workbook = _read(file)
            file.finish()
            return workbook
    except (etree.XMLSyntaxError, zlib.error, KeyError, UnicodeError) as error:
        raise damaged("内部结构无法读取") from error


def _read(file: Guarded) -> Workbook:
    main = _target(file, "_rels/.rels", "", "/officeDocument")
    root = etree.fromstring(file.read(main), safe_parser())
    if etree.QName(root).localname != "workbook":
        raise Unreadable("这不是 Excel 工作簿，请上传 xlsx。")
    base_1904 = any(each.get("date1904") in {"1", "true"} for each in root.iterfind("{*}workbookPr"))
    folder, name = posixpath.split(main)
    relations = _relations(file, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels", folder)
    inside = Inside(_texts(file, relations), _styles(file, relations), base_1904)
    return Workbook(tuple(_sheets(file, root, relations, inside)), base_1904)


def _sheets(file: Guarded, root: etree._Element, relations: _Relations, inside: Inside) -> list[Sheet]:
    listed = root.findall("{*}sheets/{*}sheet")
    if not listed or len(listed) > _MAX_SHEETS:
        raise Unreadable(f"工作簿中没有工作表，或多于 {_MAX_SHEETS} 个，请整理后再上传。")
    names = [each.get("name", "") for each in listed]
    if len({name.casefold() for name in names}) != len(names):
        raise damaged("工作表重名")
    sheets = []
    seen: set[str] = set()
    for each, name in zip(listed, names, strict=True):
        kind, part = relations.get(each.get(_RELATION) or each.get(_STRICT_RELATION) or "", ("", ""))
        if kind in {"chartsheet", "dialogsheet"}:
            continue
        if kind != "worksheet" or part not in file or part in seen:
            raise damaged(f"工作表“{name}”没有内容")
        seen.add(part)
        sheets.append(_sheet(name, each.get("state", "visible") != "visible", read_sheet(file.stream(part), inside)))
    return sheets


def _sheet(name: str, hidden: bool, content: Content) -> Sheet:  # noqa: FBT001 - a fact of the sheet, not a switch
    return Sheet(
        name=name,
        rows=content.rows,
        merged=tuple(content.merged),
        hidden=hidden,
        hidden_rows=frozenset(content.hidden_rows),
        hidden_columns=frozenset(content.hidden_columns),
        width=content.width,
    )


_Relations = dict[str, tuple[str, str]]
"""Relationship id → (last word of its type, the part it points to)."""


def _relations(file: Guarded, part: str, folder: str) -> _Relations:
    root = etree.fromstring(file.read(part), safe_parser())
    return {
        each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], _resolved(folder, each.get("Target", "")))
        for each in root.iterfind("{*}Relationship")
        if each.get("TargetMode") != "External"
    }


def _resolved(folder: str, target: str) -> str:
    target = unquote(target)
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _target(file: Guarded, part: str, folder: str, kind: str) -> str:
    for found, target in _relations(file, part, folder).values():
        if f"/{found}" == kind:
            return target
    raise damaged("找不到工作簿的正文")


def _first(relations: _Relations, kind: str) -> str | None:
    return next((part for found, part in relations.values() if found == kind), None)


def _texts(file: Guarded, relations: _Relations) -> list[str]:
    part = _first(relations, "sharedStrings")
    return shared_texts(file.stream(part)) if part else []


def _styles(file: Guarded, relations: _Relations) -> list[Shown]:
    part = _first(relations, "styles")
    if part is None:
        return []
    root = etree.fromstring(file.read(part), safe_parser())
    codes = {each.get("numFmtId", ""): each.get("formatCode", "") for each in root.iterfind("{*}numFmts/{*}numFmt")}
    formats = [each.get("numFmtId", "0") for each in root.iterfind("{*}cellXfs/{*}xf")]
    if len(formats) > _MAX_STYLES:
        raise Unreadable("工作簿中的单元格样式过多，请清理样式后另存为 xlsx 再上传。")
    known = {each: shown_as(int(each), codes.get(each)) for each in set(formats) if each.isdecimal()}
    return [known.get(each, Shown.PLAIN) for each in formats]
