"""The boxes in which a spreadsheet shows comments: shapes of the sheet's old drawing."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

V: Final = "{urn:schemas-microsoft-com:vml}"
_O: Final = "{urn:schemas-microsoft-com:office:office}"
_X: Final = "{urn:schemas-microsoft-com:office:excel}"
_TYPE: Final = "_x0000_t202"
_FIRST: Final = 1025
_WIDTH, _HEIGHT = 4, 8
_NAMESPACES: Final = {"v": V.strip("{}"), "o": _O.strip("{}"), "x": _X.strip("{}")}


def new_drawing() -> etree._Element:
    """A drawing that only knows the form of a comment's box."""
    root = etree.Element("xml", nsmap=_NAMESPACES)
    layout = etree.SubElement(root, f"{_O}shapelayout")
    layout.set(f"{V}ext", "edit")
    ids = etree.SubElement(layout, f"{_O}idmap")
    ids.set(f"{V}ext", "edit")
    ids.set("data", "1")
    form = etree.SubElement(root, f"{V}shapetype")
    told = (("id", _TYPE), ("coordsize", "21600,21600"), (f"{_O}spt", "202"), ("path", "m,l,21600r21600,l21600,xe"))
    for name, value in told:
        form.set(name, value)
    etree.SubElement(form, f"{V}stroke").set("joinstyle", "miter")
    path = etree.SubElement(form, f"{V}path")
    path.set("gradientshapeok", "t")
    path.set(f"{_O}connecttype", "rect")
    return root


def add_box(drawing: etree._Element, row: int, column: int) -> None:
    """A hidden box for the comment of this cell, counted from 0, right of it."""
    numbers = [int(each) for each in re.findall(r"_x0000_s(\d+)", " ".join(_ids(drawing)))]
    shape = etree.SubElement(drawing, f"{V}shape")
    told = (
        ("id", f"_x0000_s{max((_FIRST - 1, *numbers)) + 1}"),
        ("type", f"#{_TYPE}"),
        ("style", "position:absolute;visibility:hidden"),
        ("fillcolor", "#ffffe1"),
        (f"{_O}insetmode", "auto"),
    )
    for name, value in told:
        shape.set(name, value)
    etree.SubElement(shape, f"{V}fill").set("color2", "#ffffe1")
    etree.SubElement(shape, f"{V}path").set(f"{_O}connecttype", "none")
    etree.SubElement(shape, f"{V}textbox").set("style", "mso-direction-alt:auto")
    data = etree.SubElement(shape, f"{_X}ClientData")
    data.set("ObjectType", "Note")
    anchor = (column + 1, 15, max(row - 1, 0), 10, column + 1 + _WIDTH, 15, max(row - 1, 0) + _HEIGHT, 4)
    parts = (("Anchor", ", ".join(map(str, anchor))), ("AutoFill", "False"), ("Row", str(row)), ("Column", str(column)))
    for flag in ("MoveWithCells", "SizeWithCells"):
        etree.SubElement(data, f"{_X}{flag}")
    for name, text in parts:
        etree.SubElement(data, f"{_X}{name}").text = text


def _ids(drawing: etree._Element) -> list[str]:
    return [each.get("id", "") for each in drawing.iter(f"{V}shape")]
