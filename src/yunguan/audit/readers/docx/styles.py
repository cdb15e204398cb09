"""What a paragraph's or a run's style says of it: heading, list, hidden, entry of the table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from yunguan.audit.readers.docx.names import VAL, W, child, is_on, whole

_DEEPEST_HEADING = 6
_LONGEST_CHAIN = 20
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    """A style with what it inherits: the depth of its headings, its list, and whether its text is seen."""

    level: int = 0
    list_id: int = 0
    list_level: int | None = None
    hidden: bool = False
    contents: bool = False


_NONE = Style()


@dataclass(frozen=True)
class Styles:
    """The styles that a document declares, by their ids; `default` is that of paragraphs which name none.

    A document declares many more than it uses, so what a style says is looked up when it is first asked for.
    """

    declared: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    _known: dict[str, Style] = field(default_factory=dict)

    def of(self, properties: etree._Element | None, name: str = "pStyle") -> Style:
        """The style that these properties of a paragraph (or a run) name."""
        mark = child(properties, name) if properties is not None else None
        key = mark.get(VAL, "") if mark is not None else self.default
        if key not in self._known:
            self._known[key] = _style(_chain(key, self.declared)) if key in self.declared else _NONE
        return self._known[key]

    def level(self, properties: etree._Element | None) -> int:
        """The depth of a heading by its own outline level or its style's, 0 for running text."""
        own = child(properties, "outlineLvl") if properties is not None else None
        return _depth(own) if own is not None else self.of(properties).level


def styles_of(root: etree._Element | None) -> Styles:
    """The styles that this part declares."""
    if root is None:
        return Styles()
    declared = {each.get(f"{W}styleId", ""): each for each in root.iterchildren(f"{W}style")}
    paragraphs = (key for key, each in declared.items() if each.get(f"{W}type") == "paragraph" and _default(each))
    return Styles(declared, next(paragraphs, ""))


def _default(style: etree._Element) -> bool:
    return style.get(f"{W}default") in {"1", "true", "on"}


def _chain(key: str, declared: dict[str, etree._Element]) -> list[etree._Element]:
    """The style and those that it is based on, nearest first; a ring ends where it closes."""
    chain: list[etree._Element] = []
    while key in declared and declared[key] not in chain and len(chain) < _LONGEST_CHAIN:
        chain.append(declared[key])
        base = child(chain[-1], "basedOn")
        key = base.get(VAL, "") if base is not None else ""
    return chain


def _style(chain: list[etree._Element]) -> Style:
    name = child(chain[0], "name")
    return Style(
        level=_depth(_nearest(chain, "pPr", "outlineLvl")),
        list_id=whole(_nearest(chain, "pPr", "numPr", "numId")),
        list_level=None if (level := _nearest(chain, "pPr", "numPr", "ilvl")) is None else whole(level),
        hidden=is_on(_nearest(chain, "rPr", "vanish")),
        contents=bool(name is not None and _CONTENTS.match(name.get(VAL, ""))),
    )


def _nearest(chain: list[etree._Element], *path: str) -> etree._Element | None:
    return next((found for each in chain if (found := child(each, *path)) is not None), None)


def _depth(outline: etree._Element | None) -> int:
    depth = whole(outline, 9) + 1
    return depth if depth <= _DEEPEST_HEADING else 0
