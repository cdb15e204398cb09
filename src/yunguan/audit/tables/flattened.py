"""Tables that copying from a web page or a PDF laid flat, one cell a line: label, numbers, label, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from yunguan.audit.quantities import unspaced
from yunguan.audit.tables.cell import quantity
from yunguan.audit.tables.forms import form_rows
from yunguan.audit.tables.indicators import indicator_rows
from yunguan.audit.tables.typed import Numbered, Rows, Segment

_BLANKS = " \t\u3000\xa0|"
_LONGEST_CELL = 30
_PROSE = re.compile(r"[。；;！？!?]|[\u4e00-\u9fff][,，]|[,，][\u4e00-\u9fff]")
_DASH = re.compile(r"-{1,2}|—+|－")
_LABEL_HEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{0,4}项目|项目名称|科目(?:名称)?|[\u4e00-\u9fff]{0,4}(?:类别|内容|名称|指标))$"
)
_HEAD = re.compile(r"[数额金计率量年比%％减增度人次分]|预算|决算|执行|支出|收入|经费")
_FEWEST_CELLS = 6
_FEWEST_ROWS = 2
_MOST_HEADS = 100


@dataclass(frozen=True)
class Cell:
    """One cell of a flat table: the place of its line among the lines, and its text, "" where it is empty."""

    at: int
    text: str

    @cached_property
    def is_number(self) -> bool:
        return not self.text or bool(_DASH.fullmatch(self.text)) or quantity(self.text, "") is not None


def flattened(lines: Sequence[Numbered]) -> Iterator[Segment]:
    """Prose and flat tables in turn; lines that make no table stay prose."""
    found = _indicators(lines)
    if found is None:
        yield from _short_lines(lines)
        return
    start, end, rows = found
    yield from _short_lines(lines[:start])
    yield Segment(lines[start][0], tuple(lines[start:end]), rows)
    yield from flattened(lines[end:])


def _indicators(lines: Sequence[Numbered]) -> tuple[int, int, Rows] | None:
    """First line, end and rows of the first form of indicators; reasons among them may be sentences."""
    if not any(text and "三级指标" in text for _, text in lines):
        return None
    cells = [
        (at, part.strip(_BLANKS))
        for at, (_, text) in enumerate(lines)
        for part in (text or "").strip(_BLANKS).split("|")
        if part.strip(_BLANKS)
    ]
    texts = [text for _, text in cells]
    for place, text in enumerate(texts):
        found = indicator_rows(texts, place) if text.endswith("三级指标") else None
        if found is not None:
            end, rows = found
            return cells[place][0], cells[end - 1][0] + 1, rows
    return None


def _short_lines(lines: Sequence[Numbered]) -> Iterator[Segment]:
    """Prose and tables of which every cell is a short line of its own."""
    done = 0
    for start, end in _runs(lines):
        for first, last, rows in _tables(_cells(lines, start, end)):
            if first > done:
                yield Segment(lines[done][0], tuple(lines[done:first]))
            yield Segment(lines[first][0], tuple(lines[first : last + 1]), rows)
            done = last + 1
    if done < len(lines):
        yield Segment(lines[done][0], tuple(lines[done:]))


def in_lines(lines: Sequence[Numbered]) -> Iterator[Segment]:
    """The amounts of a self-evaluation form whose whole table became one line with blanks between the cells."""
    for number, text in lines:
        if text is None or "年度资金总额" not in text:
            continue
        words = text.split()
        at = next((i for i, word in enumerate(words) if "年度资金总额" in word), None)
        found = form_rows(words, at) if at is not None else None
        if found is not None:
            yield Segment(number, ((number, text),), found[1])
        heads = next((i for i, word in enumerate(words) if word.endswith("三级指标")), None)
        indicators = indicator_rows(words, heads) if heads is not None else None
        if indicators is not None:
            yield Segment(number, ((number, text),), indicators[1])


def _runs(lines: Sequence[Numbered]) -> Iterator[tuple[int, int]]:
    """The stretches of short lines without a sentence; blank lines do not part them."""
    start, filled = 0, 0
    for at, (_, text) in enumerate((*lines, (0, "。"))):
        bare = (text or "").strip(_BLANKS)
        if len(bare) <= _LONGEST_CELL and not _PROSE.search(bare):
            filled += bool(bare)
            continue
        if filled >= _FEWEST_CELLS:
            yield start, at
        start, filled = at + 1, 0


def _cells(lines: Sequence[Numbered], start: int, end: int) -> list[Cell]:
    """The cells of a stretch; where bars end the cells, an empty cell has a bar of its own."""
    stretch = [(at, (lines[at][1] or "").strip(" \t\u3000\xa0")) for at in range(start, end)]
    barred = sum(text.endswith("|") and text.strip(_BLANKS) != "" for _, text in stretch)
    alone = sum(text == "|" for _, text in stretch)
    cells = _between_bars(stretch) if alone > barred else _by_lines(stretch, barred=barred > 1)
    return [cell for cell in cells if cell.text or barred > 1 or alone > barred]


def _by_lines(stretch: list[tuple[int, str]], *, barred: bool) -> list[Cell]:
    cells: list[Cell] = []
    for at, text in stretch:
        if text.strip(_BLANKS):
            cells += [Cell(at, part.strip(_BLANKS)) for part in text.rstrip("|").split("|")]
        elif barred:
            cells += [Cell(at, "")] * text.count("|")
    return cells


def _between_bars(stretch: list[tuple[int, str]]) -> list[Cell]:
    """Cells that stand between lines with nothing but a bar: two lines of one cell are joined."""
    cells: list[Cell] = []
    held = ""
    for at, text in stretch:
        if text == "|":
            if held:
                cells.append(Cell(at, held))
            held = ""
        else:
            held += text
    return [*cells, Cell(stretch[-1][0], held)] if held else cells


def _tables(cells: list[Cell]) -> Iterator[tuple[int, int, Rows]]:
    """First line, last line and rows of each table in a stretch of cells."""
    at = 0
    texts = [cell.text for cell in cells]
    while at < len(cells):
        found = _under_heads(cells, at) or form_rows(texts, at)
        if found is None:
            at += 1
            continue
        end, rows = found
        yield cells[at].at, cells[end - 1].at, rows
        at = end


def _under_heads(cells: list[Cell], at: int) -> tuple[int, Rows] | None:
    """The table whose head row begins here with 项目: as many numbers behind each label as there are heads."""
    if not _LABEL_HEAD.match(unspaced(cells[at].text)):
        return None
    far = min(len(cells), at + _MOST_HEADS)
    first = next((i for i in range(at + 1, far) if cells[i].text and cells[i].is_number), len(cells))
    heads = [cell.text for cell in cells[at + 1 : first - 1] if cell.text]
    if first == len(cells) or not heads or not all(_HEAD.search(head) for head in heads):
        return None
    rows, end = _body(cells, first - 1, len(heads))
    full = sum(any(row[1:]) for row in rows)
    if full < _FEWEST_ROWS or full * 2 < len(rows):
        return None
    return end, (("项目", *heads), *rows)


def _body(cells: list[Cell], at: int, width: int) -> tuple[list[tuple[str, ...]], int]:
    """The rows from here on; a label with another count of numbers stands without them, for nobody knows whose."""
    rows: list[tuple[str, ...]] = []
    end = at
    while at < len(cells) and not cells[at].is_number and not _LABEL_HEAD.match(unspaced(cells[at].text)):
        stop = next((i for i in range(at + 1, len(cells)) if not cells[i].is_number), len(cells))
        numbers = [cell.text for cell in cells[at + 1 : stop]]
        while len(numbers) > width and not numbers[-1]:
            numbers.pop()
        if len(numbers) > width:
            break
        if numbers and len(numbers) == width:
            end = stop
        blank = [""] * width
        rows.append((cells[at].text, *(numbers if len(numbers) == width else blank)))
        at = stop
    while rows and not any(rows[-1][1:]):
        rows.pop()
    return rows, end
