"""A section of a table: rows under one set of heads, and what each of its columns holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yunguan.audit.quantities import unspaced
from yunguan.audit.tables.cell import is_blank, is_number

CODE = re.compile(r"\d{3}(?:\d{2})?(?:\d{2})?")
CODE_HEAD = re.compile(r"编\s*码|代\s*码|科目编号")
TOTAL = re.compile(r"合\s*计|总\s*计|小\s*计|总\s*额|总\s*分|共\s*计")
_ORDINAL = re.compile(r"行\s*次$")
_LINE_HEAD = re.compile(r"(?:行|栏)\s*次$|^序\s*号$")


@dataclass
class Section:
    """Rows of a table under one set of heads."""

    heads: list[tuple[str, ...]]
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)


def path_over(heads: list[tuple[str, ...]], column: int, start: int) -> tuple[str, ...]:
    """The heads over a column; a blank one is the merged head to its left where a head stands below it."""
    path: list[str] = []
    for level, head in enumerate(heads):
        text = head[column].strip() if column < len(head) else ""
        below = any(column < len(row) and row[column].strip() for row in heads[level + 1 :])
        if not text and below:
            left = column
            while left > start and not text:
                left -= 1
                text = head[left].strip() if left < len(head) else ""
        if text:
            path.append(unspaced(text))
    return tuple(path)


def counts_lines(path: tuple[str, ...]) -> bool:
    """True for the column 行次 or 序号, whose numbers only name the rows."""
    return bool(path) and bool(_LINE_HEAD.search(path[-1]))


def unshifted(section: Section) -> Section:
    """The section without rows whose blank cells were lost, so that a name or an amount stands under 行次.

    Where a row is lost no total can be held against the others, so the totals go with it.
    """
    width = max((len(head) for head in section.heads), default=0)
    lines = [column for column in range(width) if _ORDINAL.search("".join(path_over(section.heads, column, 0)[-1:]))]
    kept = [each for each in section.rows if _in_place([each[1][c].strip() for c in lines if c < len(each[1])])]
    if len(kept) == len(section.rows):
        return section
    return Section(section.heads, [each for each in kept if not any(TOTAL.search(cell) for cell in each[1])])


def _in_place(ordinals: list[str]) -> bool:
    """True where the sides of a row are all numbered, or none is."""
    return all(map(is_blank, ordinals)) or all(cell.isdigit() for cell in ordinals)


def is_code_column(section: Section, column: int, path: tuple[str, ...]) -> bool:
    """True for a column of subject codes, by its head or by what most of its cells hold."""
    cells = [row[column].strip() for _, row in section.rows if column < len(row) and row[column].strip()]
    codes = sum(bool(CODE.fullmatch(cell)) for cell in cells)
    if path and CODE_HEAD.search(path[-1]):
        return True
    lengths = {len(cell) for cell in cells if CODE.fullmatch(cell)}
    return codes > 2 and codes * 3 >= len(cells) * 2 and len(lengths) > 1 and column == 0  # noqa: PLR2004 - most of it


def label_columns(section: Section, columns: range, passed: list[int]) -> list[int]:
    """The columns of text before the first one of numbers; digits between words and numbers are no codes."""
    labels: list[int] = []
    for column in columns:
        if column in passed:
            continue
        counts = _is_worded(section, labels) and not _is_worded(section, [column, column + 1])
        if counts or not is_text(section, column):
            if labels or has_number(section, column):
                break
            continue
        labels.append(column)
    return labels or [columns.start]


def _is_worded(section: Section, columns: list[int]) -> bool:
    """True where a cell of these columns holds words and not only digits."""
    cells = [row[column].strip() for _, row in section.rows for column in columns if column < len(row)]
    return any(not is_blank(cell) and not is_number(cell) for cell in cells)


def has_number(section: Section, column: int) -> bool:
    """Whether a cell of this column is filled by a number."""
    return any(column < len(row) and is_number(row[column]) for _, row in section.rows)


def is_text(section: Section, column: int) -> bool:
    """True where most cells of this column hold words or codes."""
    cells = [row[column] for _, row in section.rows if column < len(row) and not is_blank(row[column])]
    texts = sum(not is_number(cell) or bool(CODE.fullmatch(cell.strip())) for cell in cells)
    return bool(cells) and texts * 2 > len(cells)
