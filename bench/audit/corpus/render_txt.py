"""A report as text: typed, exported or copied out of pages, with tables in four manners."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from bench.audit.corpus.layout import Layout, Printed

Grid = list[list[str]]


def text(blocks: Iterable[Printed], how: Layout) -> str:
    """The whole text."""
    lines: list[str] = []
    for block in blocks:
        lines += _lines(block, how)
    if how.page_lines:
        lines = list(_paged(lines, how))
    return "\n".join(lines) + "\n"


def _lines(block: Printed, how: Layout) -> list[str]:
    if block.kind == "break":
        return [""]
    if block.kind == "table":
        return [
            "",
            block.text,
            *([f"单位：{block.unit}"] if block.unit else []),
            *_table(block, how),
            *([block.note] if block.note else []),
            "",
        ]
    if block.kind == "heading":
        return ["", f"{'#' * (block.level + 1)} {block.text}" if how.markdown else block.text, ""]
    indent = "" if block.role in {"title", "subtitle", "date"} or how.markdown else "　　"
    return _wrapped(indent + block.text, how.width)


def _wrapped(line: str, width: int) -> list[str]:
    if not width:
        return [line, ""]
    lines, rest = [], line
    while len(rest) > width:
        cut = _line_end(rest, width)
        lines.append(rest[:cut])
        rest = rest[cut:]
    return [*lines, rest]


def _line_end(text: str, width: int) -> int:
    """Where a line ends: not within a number, no mark at the beginning of the next one."""
    cut = width
    while cut > width // 2 and (text[cut] in _NEVER_FIRST or (text[cut] in _DIGITS and text[cut - 1] in _DIGITS)):
        cut -= 1
    return cut


_NEVER_FIRST = "，。；：、）)》”！？%％"
_DIGITS = "0123456789.,０１２３４５６７８９"


def _paged(lines: list[str], how: Layout) -> Iterator[str]:
    """Page numbers and heads between the lines; a long line is cut in two where the page ends, numbers not spared."""
    page = 1
    for index, line in enumerate(lines, start=1):
        if index % how.page_lines:
            yield line
            continue
        cut = _cut(line)
        yield line[:cut]
        yield from ("", f"— {page} —", "", *([how.page_head] if how.page_head else []))
        yield line[cut:]
        page += 1


def _cut(line: str) -> int:
    if not _flowing(line):
        return len(line)
    dot = line.find(".", len(line) // 3)
    return dot + 2 if 0 < dot < len(line) - 3 else len(line) // 2


def _flowing(line: str) -> bool:
    return len(line) > 24 and not any(mark in line for mark in "|│\t#─  ")  # noqa: PLR2004 - a line of prose


def grid(block: Printed) -> Grid:
    """The table on a grid: a merged cell's text stands in its first place, the rest is blank."""
    rows: Grid = []
    taken: dict[tuple[int, int], str] = {}
    for index, row in enumerate(block.rows):
        out: list[str] = []
        for cell in row:
            while (index, len(out)) in taken:
                out.append(taken[index, len(out)])
            for down in range(1, cell.down):
                taken.update({(index + down, len(out) + step): "" for step in range(cell.across)})
            out += [cell.text, *[""] * (cell.across - 1)]
        while (index, len(out)) in taken:
            out.append(taken[index, len(out)])
        rows.append(out)
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def _table(block: Printed, how: Layout) -> list[str]:
    rows = grid(block)
    if how.tables == "tabs":
        return ["\t".join(row).rstrip() for row in rows]
    if how.tables == "pipes":
        rule = "|" + "---|" * len(rows[0])
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return [lines[0], rule, *lines[1:]]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    padded = [[_padded(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    if how.tables == "spaces":
        return ["  ".join(line).rstrip() for line in padded]
    rule = "─" * (sum(widths) + 3 * len(widths) + 1)
    return [rule, *(f"│ {' │ '.join(line)} │" for line in padded), rule]


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in cell)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))
