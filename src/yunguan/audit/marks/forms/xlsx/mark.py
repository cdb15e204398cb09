"""Marking a workbook: comments of the cells, and every other part as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from lxml import etree

from yunguan.audit.marks.forms.xlsx.boxes import add_box, new_drawing
from yunguan.audit.marks.marker import AUTHOR, Marked, Original, Unmarkable
from yunguan.audit.marks.note import Note
from yunguan.audit.marks.packing import packed
from yunguan.audit.marks.parts import SPACE, Parts, R, numbered
from yunguan.audit.readers.xlsx.package import open_package
from yunguan.audit.readers.xlsx.places import Cell, cell_named

S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BEHIND: Final = frozenset(
    f"{S}{name}"
    for name in (
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"
    )
)  # fmt: skip
"""What must stand behind the reference to the old drawing (ECMA-376, CT_Worksheet)."""
_LETTERS: Final = re.compile(r"([A-Z]+)(\d+)")


def mark(original: Original, notes: Sequence[Note], now: datetime) -> Marked:
    """A copy with a comment on the cell of each note; several notes of one cell, and its own comment, are one."""
    parts = Parts(open_package(original.name, original.data))
    sheets = _sheets(parts)
    if not sheets:
        raise Unmarkable("工作簿里没有工作表。")
    misplaced = 0
    for note in notes:
        cell = cell_named(note.where, tuple(sheets))
        misplaced += cell is None
        cell = cell or Cell(next(iter(sheets)), 1, 1)
        _comment(parts, sheets[cell.sheet], cell, f"{AUTHOR} {now:%Y-%m-%d}\n{note.text}")
    return Marked(packed(parts.package, parts.changed) if notes else original.data, misplaced)


def _sheets(parts: Parts) -> dict[str, str]:
    """The paths of the worksheets by name, in their order."""
    main = parts.package.main
    workbook = parts.get(main)
    found = workbook.iter(f"{S}sheet") if workbook is not None else ()
    return {each.get("name", ""): parts.target(main, each.get(f"{R}id", "")) for each in found}


def _comment(parts: Parts, sheet: str, cell: Cell, text: str) -> None:
    comments = _comments(parts, sheet)
    entries = comments.find(f"{S}commentList")
    assert entries is not None  # noqa: S101 - the form demands it
    known = next((each for each in entries if each.get("ref") == cell.ref), None)
    if known is not None:
        body = known.find(f"{S}text")
        _say(known if body is None else body, f"\n\n{text}")
        return
    entry = etree.Element(f"{S}comment")
    entry.set("ref", cell.ref)
    entry.set("authorId", str(_author(comments)))
    _say(etree.SubElement(entry, f"{S}text"), text)
    behind = next((each for each in entries if _order(each.get("ref", "")) > _order(cell.ref)), None)
    entries.append(entry) if behind is None else behind.addprevious(entry)
    add_box(_drawing(parts, sheet), cell.row - 1, cell.column - 1)


def _say(body: etree._Element, text: str) -> None:
    run = etree.SubElement(body, f"{S}r")
    words = etree.SubElement(run, f"{S}t")
    words.text = text
    words.set(SPACE, "preserve")


def _author(comments: etree._Element) -> int:
    authors = comments.find(f"{S}authors")
    assert authors is not None  # noqa: S101 - the form demands it
    names = [each.text or "" for each in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{S}author").text = AUTHOR
    return names.index(AUTHOR) if AUTHOR in names else len(names)


def _comments(parts: Parts, sheet: str) -> etree._Element:
    """The comments of the sheet, begun where there are none."""
    path = parts.related(sheet, "comments")
    known = parts.change(path) if path else None
    if known is not None:
        return known
    root = etree.Element(f"{S}comments", nsmap={None: S.strip("{}")})  # type: ignore[dict-item]
    etree.SubElement(root, f"{S}authors")
    etree.SubElement(root, f"{S}commentList")
    parts.relate(sheet, "comments", parts.add(numbered("xl/comments{}.xml"), root, _COMMENTS_TYPE))
    return root


def _drawing(parts: Parts, sheet: str) -> etree._Element:
    """The old drawing of the sheet, begun and referred to where there is none."""
    path = parts.related(sheet, "vmlDrawing")
    known = parts.change(path) if path else None
    if known is not None:
        return known
    root = new_drawing()
    number = parts.relate(
        sheet, "vmlDrawing", parts.add(numbered("xl/drawings/vmlDrawing{}.vml"), root, _DRAWING_TYPE, default="vml")
    )
    worksheet = parts.change(sheet)
    if worksheet is None:
        raise Unmarkable("工作表的内容缺失。")
    reference = etree.Element(f"{S}legacyDrawing")
    reference.set(f"{R}id", number)
    behind = next((each for each in worksheet if each.tag in _BEHIND), None)
    worksheet.append(reference) if behind is None else behind.addprevious(reference)
    return root


def _order(ref: str) -> tuple[int, int, str]:
    match = _LETTERS.match(ref)
    return (int(match[2]), len(match[1]), match[1]) if match else (0, 0, ref)
