"""Anchors: the marks of a comment set around characters, runs split where the words begin or end inside them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from yunguan.audit.marks.parts import SPACE
from yunguan.audit.readers.docx.names import W

Piece = tuple[str, Element]
"""Text as it is read, and the element that it stands in."""

_HOLDERS: Final = frozenset(
    f"{W}{name}" for name in ("p", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag", "customXml", "fldSimple")
)
_UNCOUNTED: Final = "\u00ad\u200b\u2060\ufeff"


@dataclass(frozen=True)
class Spot:
    """A place between two characters: before the `offset`-th counted character of an element's text, or behind it."""

    element: Element
    offset: int


def anchor(pieces: Sequence[Piece], span: tuple[int, int], number: int) -> None:
    """Set the marks of comment `number` around these characters of the joined pieces."""
    last = _spot(pieces, span[1] - 1)
    end = _edge(Spot(last.element, last.offset + 1), ending=True)
    reference = etree.Element(f"{W}r")
    etree.SubElement(reference, f"{W}commentReference").set(f"{W}id", str(number))
    end.addnext(reference)
    end.addnext(_range("End", number))
    _edge(_spot(pieces, span[0]), ending=False).addprevious(_range("Start", number))


def anchor_around(element: Element, number: int) -> None:
    """Set the marks around what holds this element (the reference of a footnote)."""
    anchor([("x", element)], (0, 1), number)


def _range(side: str, number: int) -> Element:
    mark = etree.Element(f"{W}commentRange{side}")
    mark.set(f"{W}id", str(number))
    return mark


def _spot(pieces: Sequence[Piece], at: int) -> Spot:
    for text, element in pieces:
        if at < len(text):
            return Spot(element, at)
        at -= len(text)
    raise IndexError(at)


def _edge(spot: Spot, *, ending: bool) -> Element:
    """The sibling of marks behind (or before) which the mark is set; what stands there is split where it must be."""
    held = spot.element
    while (above := held.getparent()) is not None and above.tag not in _HOLDERS:
        held = above
    if held.tag == f"{W}r" and spot.element.getparent() is held:
        held = _split(held, spot, ending=ending)
    return _out_of_control(held, ending=ending)


def _split(run: Element, spot: Spot, *, ending: bool) -> Element:
    """The run that ends (begins) at the spot; where the spot is at the run's own edge nothing is split."""
    cut = _cut(spot) if spot.element.tag == f"{W}t" else None
    inside = cut is not None and 0 < cut < len(spot.element.text or "")
    children = [child for child in run if child.tag != f"{W}rPr"]
    at = children.index(spot.element)
    behind = children[at + 1 :] if ending or inside else children[at:]
    if not inside and not (behind if ending else children[:at]):
        return run
    second = _twin(run)
    if inside:
        second.append(_tail(spot.element, cut or 0))
    second.extend(behind)
    run.addnext(second)
    return run if ending else second


def _twin(run: Element) -> Element:
    """An empty run of the same form."""
    twin = _like(run)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        twin.append(deepcopy(properties))
    return twin


def _like(element: Element) -> Element:
    """An empty element with the same attributes."""
    return etree.Element(element.tag, {str(name): str(value) for name, value in element.attrib.items()})


def _tail(text: Element, cut: int) -> Element:
    """The text behind the cut as an element of its own; what is before it stays."""
    whole = text.text or ""
    tail = _like(text)
    text.text, tail.text = whole[:cut], whole[cut:]
    for each in (text, tail):
        each.set(SPACE, "preserve")
    return tail


def _cut(spot: Spot) -> int:
    """The place in the element's own text; signs without width are not counted by the reading."""
    left = spot.offset
    whole = spot.element.text or ""
    for index, char in enumerate(whole):
        if left == 0:
            return index
        left -= char not in _UNCOUNTED
    return len(whole)


def _out_of_control(held: Element, *, ending: bool) -> Element:
    """Outside a content control where the words begin or end with it, so that its content stays as it was."""
    while (content := held.getparent()) is not None and content.tag == f"{W}sdtContent":
        beside = held.getnext() if ending else held.getprevious()
        control = content.getparent()
        holder = control.getparent() if control is not None else None
        if beside is not None or control is None or holder is None or holder.tag not in _HOLDERS:
            break
        held = control
    return held
