"""A workbook: its sheets in their order, the texts and formats that cells refer to, and what is left unread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from yunguan.audit.reader import Unreadable
from yunguan.audit.readers.xlsx.formats import BUILT_IN
from yunguan.audit.readers.xlsx.markup import Events, follow, said
from yunguan.audit.readers.xlsx.sheet import Grid, Inside, grid_of
from yunguan.audit.readers.zipped import Package

MOST_SHEETS: Final = 500
MOST_STYLES: Final = 70_000
_OUTSIDE: Final = (
    (re.compile(r"xl/externalLinks/[^/]+\.xml"), "链接的别的工作簿没有打开，公式按保存的结果核对"),
    (re.compile(r"xl/connections\.xml"), "连接的外部数据没有打开，按保存的结果核对"),
    (re.compile(r"xl/(?:embeddings|activeX)/[^/]+"), "嵌入的对象没有打开，没有核对"),
)


@dataclass
class Workbook:
    """The visible sheets as grids; `unread` says of everything else that it was not read, and what to do."""

    grids: list[Grid] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def workbook_of(package: Package) -> Workbook:
    """Every visible sheet; raises Unreadable when the workbook is damaged or beyond the limits."""
    root = package.part(package.main)
    listed = root.findall("{*}sheets/{*}sheet") if root is not None else []
    if root is None or not listed or len(listed) > MOST_SHEETS:
        raise Unreadable(f"“{package.name}”里没有工作表，或者多于 {MOST_SHEETS} 个，请用 Excel 整理后再提供")
    base_1904 = any(each.get("date1904") in {"1", "true"} for each in root.iterfind("{*}workbookPr"))
    relations = package.related(package.main)
    parts = {each.kind: each.target for each in relations.values() if not each.outside}
    inside = Inside(_texts(package, parts.get("sharedStrings")), _formats(package, parts.get("styles")), base_1904)
    found, seen = Workbook(unread=list(_outside(package))), set()
    for each in listed:
        name = said(each.get("name", ""))
        number = next((value for key, value in each.attrib.items() if str(key).endswith("}id")), "")
        relation = relations.get(str(number))
        if name.casefold() in seen or relation is None or relation.outside:
            raise package.damaged(f"工作表“{name}”缺失或重名")
        seen.add(name.casefold())
        if each.get("state", "visible") != "visible":
            found.unread.append(f"隐藏的工作表“{name}”没有核对，需要核对时请取消隐藏后再提供")
        elif relation.kind != "worksheet":
            found.unread.append(f"“{name}”是图表或对话框，不是工作表，没有核对")
        else:
            found.grids.append(_grid(package, relation.target, name, inside, seen))
    return found


def _grid(package: Package, path: str, name: str, inside: Inside, seen: set[str]) -> Grid:
    if path not in package.archive.NameToInfo or f"/{path}" in seen:
        raise package.damaged(f"工作表“{name}”缺失")
    seen.add(f"/{path}")
    return grid_of(package, path, name, inside)


def _outside(package: Package) -> Iterator[str]:
    """What lies outside the sheets and is never opened, each kind once."""
    for pattern, told in _OUTSIDE:
        if any(pattern.fullmatch(name) for name in package.archive.namelist()):
            yield told


def _texts(package: Package, path: str | None) -> tuple[str, ...]:
    """The shared texts, without the reading aids (phonetic) beside them."""
    if path is None or path not in package.archive.NameToInfo:
        return ()
    texts: list[str] = []
    pieces: list[str] = []
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        del attributes
        depth += name == "rPh"

    def end(name: str, text: str) -> None:
        nonlocal depth
        depth -= name == "rPh"
        if name == "t" and not depth:
            pieces.append(text)
        elif name == "si":
            texts.append(said("".join(pieces)))
            pieces.clear()

    follow(package, path, Events(begin, end))
    return tuple(texts)


def _formats(package: Package, path: str | None) -> tuple[str, ...]:
    """The number format of each style by its number, "" for General."""
    if path is None or path not in package.archive.NameToInfo:
        return ()
    codes: dict[str, str] = {}
    styles: list[str] = []
    within = False

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal within
        if name == "cellXfs":
            within = True
        elif name == "numFmt":
            codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif name == "xf" and within:
            styles.append(attributes.get("numFmtId", "0"))
        if len(styles) > MOST_STYLES or len(codes) > MOST_STYLES:
            raise Unreadable(
                f"“{package.name}”的单元格样式过多，不像正常的表格，拒绝读取；请清理样式后另存为 xlsx 再提供"
            )

    def end(name: str, text: str) -> None:
        nonlocal within
        del text
        within = within and name != "cellXfs"

    follow(package, path, Events(begin, end))
    known = {str(number): code for number, code in BUILT_IN.items()} | codes
    return tuple(known.get(each, "") for each in styles)
