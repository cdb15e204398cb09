"""The words of a paragraph as a reader of the printed page sees them: controls and insertions in, deletions out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from yunguan.audit.readers.docx.names import CONTROL, MC, M, W, child, content_of, is_on, shows_hint
from yunguan.audit.readers.docx.styles import Styles
from yunguan.audit.readers.docx.symbols import symbol

BREAK: Final = "\n"
TAB: Final = "\t"
_RUN: Final = f"{W}r"
_TEXTS: Final = frozenset({f"{W}t", f"{M}t"})
_AS_TEXT: Final = {
    f"{W}tab": TAB,
    f"{W}ptab": TAB,
    f"{W}br": BREAK,
    f"{W}cr": BREAK,
    f"{W}noBreakHyphen": "-",
}
_UNSEEN: Final = frozenset(
    {
        f"{W}{name}"
        for name in (
            "rPr", "pPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "softHyphen",
            "footnoteReference", "endnoteReference", "commentReference", "annotationRef", "footnoteRef", "endnoteRef",
            "lastRenderedPageBreak", "proofErr", "bookmarkStart", "bookmarkEnd", "rt", "rubyPr",
            "smartTagPr", "customXmlPr", "pgNum", "separator", "continuationSeparator",
        )
    }
)  # fmt: skip
_ZERO_WIDTH: Final = {ord(sign): None for sign in "\u00ad\u200b\u2060\ufeff"}


@dataclass
class Words:
    """What is gathered on the way through a paragraph: its pieces, each with its element, and its text boxes."""

    styles: Styles
    pieces: list[tuple[str, etree._Element]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    _codes: list[int | None] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text with its soft breaks, each tab as a blank."""
        return self.tabbed.replace(TAB, " ")

    @property
    def tabbed(self) -> str:
        """The text with its soft breaks and its tabs."""
        return "".join(piece for piece, _ in self.pieces)

    def gather(self, element: etree._Element) -> None:
        """Add what stands in this element."""
        for each in element:
            tag = each.tag
            if tag == _RUN:
                self._run(each)
            elif tag in _UNSEEN:
                continue
            elif tag in _TEXTS:
                self._add(each.text, each)
            elif (sign := _AS_TEXT.get(tag)) is not None:
                self.pieces.append((sign, each))
            elif (handle := _SPECIAL.get(tag)) is not None:
                handle(self, each)
            else:
                self.gather(each)

    def _run(self, run: etree._Element) -> None:
        properties = child(run, "rPr")
        if properties is not None and len(properties) and self._hidden(properties):
            self._keep_fields(run)
            return
        self.gather(run)

    def _hidden(self, properties: etree._Element) -> bool:
        own = child(properties, "vanish")
        if own is not None:
            return is_on(own)
        return child(properties, "rStyle") is not None and self.styles.of(properties, "rStyle").hidden

    def _keep_fields(self, run: etree._Element) -> None:
        for mark in run.iterchildren(f"{W}fldChar"):
            self._field(mark)

    def _add(self, text: str | None, element: etree._Element) -> None:
        if text:
            self.pieces.append((text.translate(_ZERO_WIDTH), element))

    def _field(self, mark: etree._Element) -> None:
        """A field's instruction ends where its result begins; what stood in it is no text."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._codes.append(len(self.pieces))
        elif kind == "separate" and self._codes:
            self._drop_code()
            self._codes[-1] = None
        elif kind == "end" and self._codes:
            self._drop_code()
            self._codes.pop()

    def _drop_code(self) -> None:
        if self._codes[-1] is not None:
            del self.pieces[self._codes[-1] :]

    def _control(self, control: etree._Element) -> None:
        content = content_of(control)
        if content is not None and not shows_hint(control):
            self.gather(content)

    def _choice(self, alternatives: etree._Element) -> None:
        """Of alternatives that say the same, the first; what is written for older programs only where none is."""
        chosen = alternatives.find(f"{MC}Choice")
        chosen = alternatives.find(f"{MC}Fallback") if chosen is None else chosen
        if chosen is not None:
            self.gather(chosen)

    def _symbol(self, element: etree._Element) -> None:
        self._add(symbol(element.get(f"{W}font", ""), element.get(f"{W}char", "")), element)

    def _fraction(self, element: etree._Element) -> None:
        for index, name in enumerate(("num", "den")):
            part = element.find(f"{M}{name}")
            if index:
                self.pieces.append(("/", element))
            if part is not None:
                self.gather(part)


_SPECIAL: Final[dict[str, Callable[[Words, etree._Element], None]]] = {
    CONTROL: Words._control,  # noqa: SLF001
    f"{MC}AlternateContent": Words._choice,  # noqa: SLF001
    f"{W}fldChar": Words._field,  # noqa: SLF001
    f"{W}sym": Words._symbol,  # noqa: SLF001
    f"{M}f": Words._fraction,  # noqa: SLF001
    f"{W}txbxContent": lambda words, box: words.boxes.append(box),
}


def is_deleted(paragraph_properties: etree._Element | None) -> bool:
    """True where the paragraph's mark was deleted or moved away, so that the next one goes on in it."""
    if paragraph_properties is None:
        return False
    own = child(paragraph_properties, "rPr")
    return own is not None and (child(own, "del") is not None or child(own, "moveFrom") is not None)
