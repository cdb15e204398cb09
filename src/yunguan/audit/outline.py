"""Headings: how official documents number them, and which headings stand above a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from yunguan.core.reading import Block, BlockKind, Table

_NUMBERING = re.compile(
    r"([一二三四五六七八九十]{1,3}、)"
    r"|([（(]\s*[一二三四五六七八九十]{1,3}\s*[)）])"
    r"|(\d{1,2}\s*[.．、](?!\d))"
    r"|([（(]\s*\d{1,2}\s*[)）])"
)
_BOLD = re.compile(r"\*\*(?!万元|亿元|元|[%％人个项次家件场台辆户名座份])(\S(?:[^*]*\S)?)\*\*")
_MARK = re.compile(r"(#{1,6})\s+")
_CELL = re.compile(r"(.*) 第(\d+)行第(\d+)列", re.DOTALL)
_SENTENCE_END = re.compile(r"[。！？；]")
LONGEST_HEADING = 50
IN_TEXT = 3  # the level from which on a number may stand inside a paragraph: 1. and （1）


@dataclass(frozen=True)
class Line:
    """A paragraph as a format gives it: `level` is the depth of a heading where the format says so, else 0."""

    text: str
    where: str
    level: int = 0
    cell: bool = False


def numbering_level(text: str) -> int:
    """1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 where the text is not numbered so."""
    match = _NUMBERING.match(text)
    return (match.lastindex or 0) if match else 0


def starts_afresh(text: str) -> bool:
    """True where a line begins with a heading's mark or number, so that it continues nothing."""
    return bool(_MARK.match(text) or numbering_level(text.lstrip("*")))


def is_heading(text: str) -> bool:
    """True where the whole line is a heading: marked so, or numbered, short and without a sentence's end."""
    bare = text.strip("* ")
    return bool(_MARK.match(text)) or bool(numbering_level(bare) and _title(bare) == bare)


def blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """The blocks of a document, each with the headings above it.

    A numbered line with running text behind its title ("1. 检查。全年…") is a paragraph under that title.
    """
    above: list[tuple[int, str]] = []
    path: tuple[str, ...] = ()
    for line in lines:
        text, level = _unmarked(line)
        if not text:
            continue
        if not level:
            yield Block(BlockKind.CELL if line.cell else BlockKind.PARAGRAPH, text, line.where, path)
            continue
        above = [each for each in above if each[0] < level]
        path = tuple(title for _, title in above)
        title = _title(text)
        if title == text:
            yield Block(BlockKind.HEADING, text, line.where, path, level)
        if title:
            above.append((level, title))
            path = (*path, title)
        if title != text:
            yield Block(BlockKind.PARAGRAPH, text, line.where, path)


def in_table(where: str) -> tuple[str, int, int] | None:
    """The table, row and column (from 1) that the place of a cell names, None for another place."""
    match = _CELL.fullmatch(where)
    return (match[1], int(match[2]), int(match[3])) if match else None


def table_of(where: str) -> str:
    """The table that the place of a cell names, "" for another place."""
    cell = in_table(where)
    return cell[0] if cell else ""


def cells_of(table: Table) -> Iterator[Line]:
    """The cells of a table as lines, each under its own place."""
    for i, row in enumerate(table.rows, start=1):
        for j, text in enumerate(row, start=1):
            yield Line(text, f"{table.where} 第{i}行第{j}列", cell=True)


def _unmarked(line: Line) -> tuple[str, int]:
    """The text without marks, and the depth of the heading that it is; a cell is none."""
    text = _BOLD.sub(r"\1", line.text).strip()
    mark = _MARK.match(text)
    depth = line.level or (len(mark[1]) if mark else 0)
    text = text[mark.end() :].strip() if mark else text
    return text, 0 if line.cell else numbering_level(text) or depth


def _title(text: str) -> str:
    """The heading in a line: all of it, its first sentence, or "" where the line is only a numbered sentence."""
    end = _SENTENCE_END.search(text)
    first = text[: end.start()] if end else text
    if len(first) > LONGEST_HEADING:
        return ""
    return first if end and end.end() < len(text) else text
