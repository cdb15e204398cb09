"""Outline: a folder of Markdown texts with marks, a file for each section; the listing is the table of contents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from yunguan.report.document import Text
from yunguan.report.marks import Mark, OutlineError, Place, split

_FOLDER = Path(__file__).parent / "outlines"
_SECTION = re.compile(r"(?P<number>[0-9]{2})_[a-z0-9_]+\.md")
_HEADING = re.compile(r"(?P<hashes>#{1,4}) +(?P<text>\S.*)")
_FOREIGN = re.compile(r"#|[-*+>] |```|<!--|[0-9]+\. |!\[")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+")
_COVER_KEYS = ("annex", "title", "unit_label", "unit_note", "signature_label")

Piece = Text | Mark
Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Words:
    """A heading (``level`` 1 to 4) or a paragraph (``level`` 0)."""

    level: int
    pieces: Pieces


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells."""

    rows: tuple[tuple[Pieces, ...], ...]


Block = Words | Grid


@dataclass(frozen=True)
class Section:
    """One file: its name, its title and everything in it, the title's heading first."""

    file: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class CoverForm:
    """The fixed words of the cover."""

    annex: str
    title: str
    unit_label: str
    unit_note: str
    signature_label: str


@dataclass(frozen=True)
class Outline:
    """A report that waits for its figures."""

    name: str
    cover: CoverForm
    sections: tuple[Section, ...]

    @property
    def marks(self) -> Iterator[Mark]:
        """Every mark in reading order."""
        return (piece for pieces in self._pieces() for piece in pieces if isinstance(piece, Mark))

    def _pieces(self) -> Iterator[Pieces]:
        for section in self.sections:
            for block in section.blocks:
                match block:
                    case Words(pieces=pieces):
                        yield pieces
                    case Grid(rows=rows):
                        yield from (cell for row in rows for cell in row)


def outline_folder(name: str) -> Path:
    """The folder of an outline that ships with the house, such as ``hunan_2023``."""
    folder = _FOLDER / name
    if not (folder / "cover.md").is_file():
        known = "、".join(sorted(path.parent.name for path in _FOLDER.glob("*/cover.md")))
        raise FileNotFoundError(f"没有名为“{name}”的报告提纲，已有：{known}")
    return folder


def read_outline(folder: Path) -> Outline:
    """Read ``cover.md`` and every ``NN_name.md``; raises OutlineError with file and line."""
    paths = sorted(path for path in folder.glob("*.md") if _SECTION.fullmatch(path.name))
    if not paths:
        raise OutlineError(Place(folder.name, 1), "提纲里没有章节文件，请按“01_名称.md”的形式放入至少一个")
    _refuse_same_number(paths)
    cover = _cover(folder / "cover.md")
    return Outline(folder.name, cover, tuple(_section(path) for path in paths))


def required(outline: Outline) -> list[tuple[str, date | None]]:
    """What the outline needs: figure ids with the pinned as-of date, each once, in reading order."""
    return list(dict.fromkeys(mark.key for mark in outline.marks))


def _refuse_same_number(paths: list[Path]) -> None:
    for number, same in groupby(paths, key=lambda path: path.name[:2]):
        names = [path.name for path in same]
        if len(names) > 1:
            raise OutlineError(Place(names[1], 1), f"章节序号 {number} 已被 {names[0]} 使用，请换一个序号")


def _cover(path: Path) -> CoverForm:
    values: dict[str, str] = {}
    for number, line in _lines(path):
        if line and line != "---":
            key, colon, value = line.partition(":")
            if not colon or key not in _COVER_KEYS or key in values:
                raise OutlineError(
                    Place(path.name, number), f"封面只认 {'、'.join(_COVER_KEYS)} 各一行，请改正“{line}”"
                )
            values[key] = value.strip()
    if absent := [key for key in _COVER_KEYS if key not in values]:
        raise OutlineError(Place(path.name, 1), f"封面缺少 {'、'.join(absent)}，请补上")
    return CoverForm(**values)


def _section(path: Path) -> Section:
    blocks = tuple(_blocks(path))
    match blocks:
        case (Words(level=1, pieces=(Text(text=title),)), *rest) if not any(_is_title(block) for block in rest):
            return Section(path.name, title, blocks)
    raise OutlineError(Place(path.name, 1), "章节文件须以“# 标题”开头，且只有这一个一级标题，请改正")


def _is_title(block: Block) -> bool:
    return isinstance(block, Words) and block.level == 1


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8")
    return ((number, line.rstrip()) for number, line in enumerate(text.split("\n"), start=1))


def _blocks(path: Path) -> Iterator[Block]:
    """Neighbouring lines of one kind are one block; a heading is always its own."""
    for kind, group in groupby(_lines(path), key=lambda numbered: _kind(*numbered)):
        if kind:
            placed = [(Place(path.name, number), line) for number, line in group]
            yield _READERS[kind[0]](placed)


def _kind(number: int, line: str) -> tuple[str, int] | None:
    if not line:
        return None
    if _HEADING.fullmatch(line):
        return "heading", number
    return ("table", 0) if line.startswith("|") else ("paragraph", 0)


Lines = list[tuple[Place, str]]


def _heading(lines: Lines) -> Words:
    place, line = lines[0]
    found = _HEADING.fullmatch(line)
    assert found  # noqa: S101 - `_kind` has matched it
    return Words(len(found["hashes"]), _pieces([(place, found["text"])]))


def _paragraph(lines: Lines) -> Words:
    for place, line in lines:
        if _FOREIGN.match(line):
            raise OutlineError(place, f"提纲只认标题、段落、表格和粗体，请改写“{line[:12]}”")
    return Words(0, _pieces(lines))


def _table(lines: Lines) -> Grid:
    rows = tuple(tuple(_cells(place, line)) for place, line in lines if not _RULE.fullmatch(line))
    for (place, _), row in zip(lines, rows, strict=False):
        if len(row) != len(rows[0]):
            raise OutlineError(place, f"表格各行的列数不一：首行 {len(rows[0])} 列，有一行 {len(row)} 列，请补齐")
    return Grid(rows)


def _cells(place: Place, line: str) -> Iterator[Pieces]:
    """Cells lie between bars; the bar inside a mark is not one of them."""
    cell: list[Piece] = []
    for piece in split(line.removeprefix("|").removesuffix("|"), place):
        if isinstance(piece, Mark):
            cell.append(piece)
            continue
        first, *more = piece.split("|")
        cell.append(Text(first.strip()))
        for text in more:
            yield tuple(part for part in cell if part != Text(""))
            cell = [Text(text.strip())]
    yield tuple(part for part in cell if part != Text(""))


def _pieces(lines: Lines) -> Pieces:
    """Lines run on without a space, as Chinese does; ``**`` turns bold on and off."""
    pieces: list[Piece] = []
    bold = False
    for place, line in lines:
        for piece in split(line, place):
            if isinstance(piece, Mark):
                pieces.append(piece)
                continue
            first, *more = piece.split("**")
            pieces.append(Text(first, bold))
            for text in more:
                bold = not bold
                pieces.append(Text(text, bold))
    if bold:
        raise OutlineError(lines[-1][0], "粗体记号“**”没有成对，请补上另一半")
    return tuple(_merged(pieces))


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbouring words of one weight are one text; empty ones go."""
    for bold, group in groupby(pieces, key=lambda piece: piece.bold if isinstance(piece, Text) else None):
        run = list(group)
        if bold is None:
            yield from run
        elif text := "".join(piece.text for piece in run if isinstance(piece, Text)):
            yield Text(text, bold)


_READERS: dict[str, Callable[[Lines], Block]] = {"heading": _heading, "paragraph": _paragraph, "table": _table}
