"""Automatic numbering: the label that Word prints before a paragraph, 一、 or （二）, counted as Word counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from yunguan.audit.readers.docx.labels import label
from yunguan.audit.readers.docx.names import MC, VAL, W, child, is_on, whole
from yunguan.audit.readers.docx.styles import Styles

_DEEPEST = 8
_MARK = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """One level of a list: where it starts, how its label is written, and below which level it starts anew."""

    start: int = 1
    notation: str = "decimal"
    text: str = ""
    plain: bool = False
    restart: int | None = None


@dataclass(frozen=True)
class List:
    """A list: the counters that it shares with others of the same `family`, its levels and its new starts."""

    family: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]
    of_style: Mapping[str, int]


@dataclass
class Numbering:
    """The lists of a document and how far each has counted on the way through it."""

    lists: Mapping[int, List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def label(self, properties: etree._Element | None, styles: Styles) -> str:
        """The label of the paragraph with these properties, which is counted by asking; "" where it has none."""
        if not self.lists:
            return ""
        key, depth = self._list_of(properties, styles)
        found = self.lists.get(key)
        if found is None or depth not in found.levels:
            return ""
        counts = self._counts.setdefault(found.family, {})
        self._count(found, key, depth, counts)
        return _written(found, depth, counts)

    def _list_of(self, properties: etree._Element | None, styles: Styles) -> tuple[int, int]:
        own = child(properties, "numPr") if properties is not None else None
        style = styles.of(properties)
        key = child(own, "numId") if own is not None else None
        depth = child(own, "ilvl") if own is not None else None
        list_id = style.list_id if key is None else whole(key)
        if depth is not None:
            return list_id, whole(depth)
        found = self.lists.get(list_id)
        named = child(properties, "pStyle") if found and properties is not None else None
        linked = found.of_style.get(named.get(VAL, "")) if found and named is not None else None
        return list_id, linked if linked is not None else style.list_level or 0

    def _count(self, found: List, key: int, depth: int, counts: dict[int, int]) -> None:
        if depth in found.starts and (key, depth) not in self._begun:
            self._begun.add((key, depth))
            counts[depth] = found.starts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = found.levels[depth].start
        for deeper in [each for each in counts if each > depth]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or depth < restart:
                del counts[deeper]


def _written(found: List, depth: int, counts: Mapping[int, int]) -> str:
    level = found.levels[depth]
    if level.notation in {"bullet", "none"}:
        return "" if level.notation == "bullet" else _MARK.sub("", level.text)

    def number(mark: re.Match[str]) -> str:
        at = int(mark[1]) - 1
        shown = found.levels.get(at, Level())
        return label(counts.get(at, shown.start), "decimal" if level.plain and at < depth else shown.notation)

    text = _MARK.sub(number, level.text)
    return f"{text} " if text[-1:].isascii() and text[-1:].isalnum() else text


def numbering_of(root: etree._Element | None) -> Numbering:
    """The lists that this part declares."""
    if root is None:
        return Numbering()
    abstract = {each.get(f"{W}abstractNumId", ""): each for each in root.iter(f"{W}abstractNum")}
    by_link = {link.get(VAL, ""): each for each in abstract.values() if (link := child(each, "styleLink")) is not None}
    return Numbering(dict(_lists(root, abstract, by_link)))


def _lists(
    root: etree._Element, abstract: Mapping[str, etree._Element], by_link: Mapping[str, etree._Element]
) -> Iterator[tuple[int, List]]:
    for each in root.iter(f"{W}num"):
        named = child(each, "abstractNumId")
        source = abstract.get(named.get(VAL, "") if named is not None else "")
        link = child(source, "numStyleLink") if source is not None else None
        source = by_link.get(link.get(VAL, ""), source) if link is not None else source
        key = each.get(f"{W}numId", "")
        if source is not None and key.isdigit():
            yield int(key), _list(each, source)


def _list(num: etree._Element, source: etree._Element) -> List:
    levels = _levels(source)
    linked = {
        mark.get(VAL, ""): depth for depth, each in _elements(source) if (mark := child(each, "pStyle")) is not None
    }
    starts: dict[int, int] = {}
    for each in num.iter(f"{W}lvlOverride"):
        levels |= _levels(each)
        depth = each.get(f"{W}ilvl", "")
        start = child(each, "startOverride")
        if start is not None and depth.isdigit() and int(depth) <= _DEEPEST:
            starts[int(depth)] = whole(start, 1)
    return List(source.get(f"{W}abstractNumId", ""), levels, starts, linked)


def _elements(parent: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    for each in parent.iterchildren(f"{W}lvl"):
        depth = each.get(f"{W}ilvl", "")
        if depth.isdigit() and int(depth) <= _DEEPEST:
            yield int(depth), each


def _levels(parent: etree._Element) -> dict[int, Level]:
    return {depth: _level(each) for depth, each in _elements(parent)}


def _level(element: etree._Element) -> Level:
    text, restart = child(element, "lvlText"), child(element, "lvlRestart")
    return Level(
        start=whole(child(element, "start")),
        notation=_notation(element),
        text=text.get(VAL, "") if text is not None else "",
        plain=is_on(child(element, "isLgl")),
        restart=None if restart is None else whole(restart),
    )


def _notation(element: etree._Element) -> str:
    found = child(element, "numFmt")
    if found is None:
        found = element.find(f"{MC}AlternateContent/{MC}Fallback/{W}numFmt")
    return found.get(VAL, "decimal") if found is not None else "decimal"
