"""From the parts of a Word file to lines and tables: broken lines joined, typed tables found, split tables united."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from lxml import etree

from yunguan.audit.joining import ending
from yunguan.audit.outline import Line, cells_of, is_heading, starts_afresh
from yunguan.audit.readers.docx.names import W
from yunguan.audit.readers.docx.numbering import numbering_of
from yunguan.audit.readers.docx.package import Package
from yunguan.audit.readers.docx.styles import styles_of
from yunguan.audit.readers.docx.walk import Grid, Part, Walk
from yunguan.audit.readers.docx.words import BREAK, TAB
from yunguan.audit.readers.txt import joined, lines_of, segmented
from yunguan.audit.readers.wrapping import Wrap, wrap_of
from yunguan.core.reading import Table

_BREAKS = re.compile(r"[\r\f\v\x85\u2028\u2029]")
_ENDED = re.compile(r"[。！？：:]\s*$")
_MARGINS = re.compile(r"word/(header|footer)\d*\.xml")
_ONLY_NUMBER = re.compile(r"[-—–－第共页/\d\s]*")
_FEWEST_TABS = 2


@dataclass
class Layout:
    """What a Word file says: its lines, its tables, what stands where in its XML, and what was not read."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    held: dict[str, tuple[etree._Element, ...]] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    def add_line(self, line: Line, paragraphs_of: Iterable[etree._Element]) -> None:
        """Add a line; parts of one place stand under it together."""
        self.lines.append(line)
        self.held[line.where] = tuple(dict.fromkeys((*self.held.get(line.where, ()), *paragraphs_of)))


def layout_of(package: Package, document: etree._Element | None) -> Layout:
    """The layout of this package; `document` is the root of its main part."""
    walk = Walk(styles_of(package.part("word/styles.xml")), numbering_of(package.part("word/numbering.xml")))
    body = document.find(f"{W}body") if document is not None else None
    parts = list(walk.parts(body)) if body is not None else []
    found = Layout()
    _body(found, _united(parts))
    for part in _notes(package, walk):
        found.add_line(Line(part.text.strip(), part.where), part.paragraphs)
    found.unread = tuple(walk.unread)
    return found


def _body(found: Layout, parts: Sequence[Part | Grid]) -> None:
    plain = [part for part in parts if isinstance(part, Part) and _is_plain(part)]
    wrap = wrap_of(part.text.strip() for part in plain)
    for kind, group in groupby(parts, key=lambda part: "plain" if isinstance(part, Part) and _is_plain(part) else ""):
        if kind:
            _prose(found, [part for part in group if isinstance(part, Part)], wrap)
            continue
        for part in group:
            if isinstance(part, Grid):
                _table(found, part)
            else:
                found.add_line(
                    Line(_plain(part.text.replace(BREAK, "")).strip(), part.where, part.level), part.paragraphs
                )


def _is_plain(part: Part) -> bool:
    return not part.level and not part.apart


def _prose(found: Layout, parts: Sequence[Part], wrap: Wrap) -> None:
    """Running text as any text is read: lines that a page broke are joined, tables typed into it are tables."""
    numbered = [(part, line) for part in parts for line in _split(_told(part.text))]
    owners = dict(enumerate((part for part, _ in numbered), start=1))
    for segment in segmented(lines_of("\n".join(line for _, line in numbered))):
        if segment.rows is not None:
            _typed_table(found, segment.rows, [owners[number] for number, _ in segment.lines])
            continue
        said = list(joined(segment.lines, wrap, ends_hold=True))
        for (first, text), (end, _) in pairwise((*said, (segment.lines[-1][0] + 1, ""))):
            held = (element for number in range(first, end) for element in owners[number].paragraphs)
            found.add_line(Line(_plain(text), owners[first].where), held)


def _told(text: str) -> str:
    """The text, with its tabs where there are as many as part the cells of a row."""
    return text if text.strip().count(TAB) >= _FEWEST_TABS else _plain(text)


def _plain(text: str) -> str:
    return text.replace(TAB, " ")


def _split(text: str) -> Iterator[str]:
    """The lines of a paragraph: a soft break parts them behind a heading or a sentence, and joins them elsewhere."""
    held = ""
    for each in _BREAKS.sub("", text).split("\n"):
        if held and not (_ENDED.search(ending(held)) or is_heading(held.strip()) or starts_afresh(each.strip())):
            held += each
            continue
        if held:
            yield held
        held = each
    yield held


def _typed_table(found: Layout, rows: tuple[tuple[str, ...], ...], owners: Sequence[Part]) -> None:
    table = Table(f"表{len(found.tables) + 1}", rows)
    found.tables.append(table)
    elements = [element for part in owners for element in part.paragraphs]
    for line in cells_of(table):
        found.add_line(line, elements)


def _table(found: Layout, grid: Grid) -> None:
    table = Table(f"表{len(found.tables) + 1}", tuple(tuple(cell.text for cell in row) for row in grid.rows))
    found.tables.append(table)
    cells = [cell for row in grid.rows for cell in row]
    for line, cell in zip(cells_of(table), cells, strict=True):
        found.add_line(line, cell.paragraphs)


def _united(parts: Iterable[Part | Grid]) -> list[Part | Grid]:
    """The parts; a table that begins with the head of the one before it, nothing between, goes on with that one."""
    united: list[Part | Grid] = []
    for part in parts:
        before = next((each for each in reversed(united) if isinstance(each, Grid) or each.text.strip()), None)
        if isinstance(part, Grid) and isinstance(before, Grid) and _same_head(before, part):
            at = len(united) - 1 - next(i for i, each in enumerate(reversed(united)) if each is before)
            united[at] = Grid(before.rows + part.rows[1:])
        else:
            united.append(part)
    return united


def _same_head(one: Grid, other: Grid) -> bool:
    if not (one.rows and other.rows):
        return False
    first, second = ([cell.text for cell in grid.rows[0]] for grid in (one, other))
    return first == second and len([text for text in first if text]) > 1


def _notes(package: Package, walk: Walk) -> Iterator[Part]:
    """Footnotes and endnotes, then what stands in the margins of the pages, each text once, page numbers left out."""
    for path, tag, name in (
        ("word/footnotes.xml", f"{W}footnote", "脚注"),
        ("word/endnotes.xml", f"{W}endnote", "尾注"),
    ):
        root = package.part(path)
        for note in root.iter(tag) if root is not None else ():
            if note.get(f"{W}type") is None:
                yield walk.note(note, f"{name}{note.get(f'{W}id', '')}")
    seen: set[str] = set()
    for path in sorted(package.archive.namelist()):
        match = _MARGINS.fullmatch(path)
        root = package.part(path) if match else None
        if match is None or root is None:
            continue
        part = walk.note(root, "页眉" if match[1] == "header" else "页脚")
        if part.text.strip() not in seen and not _ONLY_NUMBER.fullmatch(part.text):
            seen.add(part.text.strip())
            yield part
