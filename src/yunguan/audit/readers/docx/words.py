"""The words of a paragraph as a reader of the printed page sees them: controls and insertions in, deletions out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_AS_TEXT = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_UNSEEN = {
    f"{W}del",
    f"{W}moveFrom",
    f"{W}delText",
    f"{W}instrText",
    f"{W}delInstrText",
    f"{W}rPr",
    f"{W}pPr",
    f"{W}sdtPr",
    f"{W}txbxContent",
    f"{W}footnoteReference",
    f"{_MC}Fallback",
}


def text_of(paragraph: etree._Element) -> str:
    """The paragraph's text; a text box inside it is not part of its sentence."""
    return "".join(_pieces(paragraph)).replace("\n", "").strip()


def boxes_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of the text boxes anchored in this paragraph, each box once."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag == f"{_MC}Fallback" for above in box.iterancestors()):
            yield from box.iter(f"{W}p")


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _UNSEEN or _hidden(child):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _AS_TEXT:
            yield _AS_TEXT[str(child.tag)]
        else:
            yield from _pieces(child)


def _hidden(element: etree._Element) -> bool:
    if element.tag != f"{W}r":
        return False
    mark = element.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in {"0", "false", "off"}
