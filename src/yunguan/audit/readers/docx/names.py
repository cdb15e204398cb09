"""The names of WordprocessingML's elements, and the values that its switches take."""

from __future__ import annotations

from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL: Final = f"{W}val"
PARAGRAPH: Final = f"{W}p"
TABLE: Final = f"{W}tbl"
CONTROL: Final = f"{W}sdt"
_OFF: Final = frozenset({"0", "false", "off"})


def is_on(element: etree._Element | None) -> bool:
    """True where this switch stands and is not turned off."""
    return element is not None and element.get(VAL) not in _OFF


def whole(element: etree._Element | None, default: int = 0) -> int:
    """The whole number that this element holds; `default` where there is none, or one beyond all sense."""
    text = element.get(VAL, "") if element is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < len("100000000") else default


def child(element: etree._Element, *path: str) -> etree._Element | None:
    """The first element along this path of WordprocessingML names."""
    name, *deeper = path
    for each in element.iterchildren(f"{W}{name}"):  # lxml's own find reads its path each time
        found = child(each, *deeper) if deeper else each
        if found is not None:
            return found
    return None


def marks(properties: etree._Element | None) -> dict[str, etree._Element]:
    """What stands in these properties by its tag, for those of whom much is asked; of two alike the first."""
    return {each.tag: each for each in reversed(properties)} if properties is not None else {}


def shows_hint(control: etree._Element) -> bool:
    """True for a content control that nobody filled in: what stands in it is its hint."""
    return is_on(child(control, "sdtPr", "showingPlcHdr"))


def content_of(control: etree._Element) -> etree._Element | None:
    """What stands in a content control."""
    return child(control, "sdtContent")
