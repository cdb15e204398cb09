"""Tables whose cells copying left apart by one blank, one row a line, under a line of heads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yunguan.audit.quantities import unspaced
from yunguan.audit.tables.cell import is_blank, is_number
from yunguan.audit.tables.typed import Numbered, Rows, Segment

_HEAD = re.compile(
    r"[数额金计率量年比%％减增度人次分值]$|[数额值率金分][（(].{1,16}[)）]$|预算|决算|执行|支出|收入|经费|性质$|单位$"
)
_SENTENCE = re.compile(r"[。；;！？!?]|[\u4e00-\u9fff][,，]|[,，][\u4e00-\u9fff]")
_TOTAL = re.compile(r"^(?:合计|总计|总分|小计)$")
_FEWEST_HEADS = 3
_FEWEST_ROWS = 2
_LONGEST_LABEL = 24


def spaced(lines: Sequence[Numbered]) -> Iterator[Segment]:
    """Prose and such tables in turn; lines that make no table stay prose."""
    done = at = 0
    while at < len(lines):
        heads = _heads(lines[at][1])
        end, rows = _rows(lines, at + 1, heads) if heads else (at, ())
        if not rows:
            at += 1
            continue
        if at > done:
            yield Segment(lines[done][0], tuple(lines[done:at]))
        yield Segment(lines[at][0], tuple(lines[at:end]), (tuple(heads), *rows))
        done = at = end
    if done < len(lines):
        yield Segment(lines[done][0], tuple(lines[done:]))


def _heads(text: str | None) -> list[str]:
    """The heads of a line that holds nothing else, [] where it is no line of heads."""
    words = (text or "").split()
    plain = len(words) >= _FEWEST_HEADS and not _SENTENCE.search(text or "") and "|" not in words
    named = sum(bool(_HEAD.search(word)) for word in words[1:])
    return words if plain and named == len(words) - 1 and not any(map(_is_cell, words)) else []


def _rows(lines: Sequence[Numbered], start: int, heads: list[str]) -> tuple[int, Rows]:
    """The rows from here on and one past the last; () where there are too few."""
    rows: list[tuple[str, ...]] = []
    full, end = 0, start
    for at in range(start, len(lines)):
        text = (lines[at][1] or "").strip()
        row = _row(text, len(heads)) if text else None
        if text and (row is None or _heads(text)):
            break
        if row is not None:
            rows.append(row)
            full, end = full + any(row[1:]), at + 1 if any(row[1:]) else end
    while rows and not any(rows[-1][1:]):
        rows.pop()
    return (end, tuple(rows)) if full >= _FEWEST_ROWS else (start, ())


def _row(text: str, width: int) -> tuple[str, ...] | None:
    """A line as a row: as many cells as heads, a label of several words before them, or a label alone."""
    words = text.split()
    if _SENTENCE.search(text) or is_number(words[0]):
        return None
    count = next((i for i, word in enumerate(reversed(words)) if not _is_cell(word)), len(words))
    if len(words) == width and count:
        return tuple(words)
    if count == width - 1:
        return (unspaced("".join(words[: len(words) - count])), *words[len(words) - count :])
    alone = len(unspaced(text)) <= _LONGEST_LABEL and (not count or _TOTAL.match(words[0]))
    return (words[0] if _TOTAL.match(words[0]) else unspaced(text), *[""] * (width - 1)) if alone else None


def _is_cell(word: str) -> bool:
    return is_number(word) or is_blank(word)
