"""Tables that were typed into a text: with tabs, pipes, drawn lines, or columns held apart by blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from yunguan.audit.quantities import flat

Numbered = tuple[int, str | None]
Rows = tuple[tuple[str, ...], ...]

_RULED = re.compile(r"[\s─━═│┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬║|:+-]*[─━═┼|+-]{3}[\s─━═│┃┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬║|:+-]*")
_APART = re.compile(r"\S[ \xa0]{2,}\S")
_INDENTED = re.compile(r"[ \xa0]{2,}\S{1,20}")
_PROSE = re.compile(r"[。；！？]")
_CELL = r"(?:[≥≤]?\s*[\d.,，]+%?|--?|—+|空|无)"
_SLASHED = re.compile(
    rf"(?P<label>[^\d/；;，。]*(?:\d+[、.](?!\d)[^\d/；;，。]*)?(?<=[\u4e00-\u9fff）)]))\s*[:：]?\s*(?P<cells>{_CELL}(?:\s*/\s*{_CELL})+)(?![\d/])"
)
_SLASHED_HEADS = re.compile(r"[（(](?P<heads>[^（）()/]{2,14}(?:\s*/\s*[^（）()/]{2,14})+)[)）]\s*[:：]?\s*$")
_FEWEST_ROWS = 2
_NUMBERED = re.compile(r"\d{1,2}[、.](?!\d)[^。]{1,16}$")
_NUMBER_CELL = re.compile(r"\d[\d,.]*%?")  # a row that begins so has lost cells of a merged head
_BOX = "│┃║"


@dataclass(frozen=True)
class Segment:
    """Lines of prose, or the rows of a table where `rows` is not None; `first` is the number of the first line."""

    first: int
    lines: tuple[Numbered, ...]
    rows: Rows | None = None


def segments(lines: Sequence[Numbered]) -> Iterator[Segment]:
    """Prose and tables in turn; a line whose text is None is a page's edge, and a table goes on behind it."""
    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            texts = [text for _, text in lines[at:end] if text]
            rows = _by_slashes(texts, _heads(lines, at)) if _kind(texts[0]) == "slashes" else _rows(texts)
            yield Segment(lines[at][0], tuple(lines[at:end]), rows)
        start, at = (end, end) if end > at else (at, at)
        while at < len(lines) and _table_end(lines, at) == at:
            at += 1
        if at > start:
            yield Segment(lines[start][0], tuple(lines[start:at]))


@lru_cache(maxsize=4096)
def _kind(text: str | None) -> str:
    if not text or not text.strip():
        return ""
    if any(text.count(mark) > 1 for mark in _BOX) or (_RULED.fullmatch(text) and "|" not in text and "─" in text):
        return "box"
    if text.count("|") > 1 and text.strip("| \t\xa0") and not _PROSE.search(text):
        return "pipes"
    if _SLASHED.match(text.strip()):
        return "slashes"
    if "\t" in text.strip("\r\n "):
        return "tabs"
    return "spaces" if _APART.search(text.strip()) and not _PROSE.search(text) else ""


def _table_end(lines: Sequence[Numbered], start: int) -> int:
    """One past the last line of the table that begins at `start`; `start` itself where none does."""
    kind = _kind(lines[start][1])
    if not kind:
        return start
    at, end, rows, edge = start, start, 0, False
    while at < len(lines):
        text = lines[at][1]
        if text is None:
            edge = True
        elif text.strip():
            own = _kind(text) == kind
            slashed = kind == "slashes" and _NUMBERED.match(text.strip())
            if not (own or slashed or (kind == "spaces" and _INDENTED.fullmatch(text.rstrip()))):
                break
            rows, end, edge = rows + bool(own or slashed), at + 1, False
        elif not (edge or _edge_follows(lines, at)):
            break
        at += 1
    enough = rows >= _FEWEST_ROWS or (kind == "slashes" and _heads(lines, start))
    return end if enough else start


def is_slashed(text: str) -> bool:
    """True for a line such as 三公经费 9 / 10 / 8."""
    return bool(_SLASHED.match(text.strip()))


def _heads(lines: Sequence[Numbered], at: int) -> list[str]:
    """The heads of slashed columns, from the bracket that ends the line before: （预算数/决算数）."""
    before = next((text for _, text in reversed(lines[:at]) if text and text.strip()), "")
    match = _SLASHED_HEADS.search(before.strip())
    return [head.strip() for head in match["heads"].split("/")] if match else []


def _by_slashes(texts: list[str], heads: list[str]) -> Rows:
    """Rows such as 三公经费 9 / 10 / 8, several in a line between semicolons."""
    rows = [["项目", *heads]] if heads else []
    for text in texts:
        for part in re.split("[；;]", text.strip().rstrip("。")):
            match = _SLASHED.match(part.strip())
            cells = [cell.strip() for cell in match["cells"].split("/")] if match else []
            rows.append(
                [match["label"].strip(), *("" if cell in {"空", "无"} else cell for cell in cells)] if match else [part]
            )
    width = max(map(len, rows), default=0)
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def _edge_follows(lines: Sequence[Numbered], at: int) -> bool:
    """True where only blank lines stand between here and the edge of the page."""
    following = next((text for _, text in lines[at:] if text is None or text.strip()), "")
    return following is None


def _rows(texts: list[str]) -> Rows:
    kind = next(filter(None, (_kind(text) for text in texts)))
    if kind == "spaces":
        return _columns(texts)
    kept = [text for text in texts if not _RULED.fullmatch(text)]
    split = {"tabs": _by_tabs, "pipes": _by_pipes, "box": _by_lines}[kind]
    opened = sum(text.strip().startswith("|") for text in kept) * 2 > len(kept)
    rows = [split(text if opened or kind != "pipes" else f"|{text.strip()}") for text in kept]
    width = max(map(len, rows), default=0)
    rows = [
        [" ".join(row)] if len(row) < width and all(_NUMBER_CELL.fullmatch(flat(cell)) for cell in row) else row
        for row in rows
    ]
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def _by_tabs(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip("\r\n ").split("\t")]


def _by_pipes(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().removeprefix("|").removesuffix("|").split("|")]


def _by_lines(text: str) -> list[str]:
    return [cell.strip() for cell in re.split(f"[{_BOX}]", text.strip().strip(_BOX))]


def _columns(texts: list[str]) -> Rows:
    """Cells by the columns of the screen that are blank in every row; a Chinese character fills two.

    Where a long name reaches into the next column, the words are the cells if every row has as many.
    """
    drawn = [_drawn(text) for text in texts]
    width = max(map(len, drawn))
    filled = [any(column < len(row) and row[column] not in {" ", "\xa0"} for row in drawn) for column in range(width)]
    spans = _spans(filled)
    words = [text.split() for text in texts]
    if len({*map(len, words)}) == 1 and len(words[0]) > len(spans):
        return tuple(tuple(row) for row in words)
    return tuple(tuple("".join(row[start:end]).strip() for start, end in spans) for row in drawn)


def _drawn(text: str) -> list[str]:
    cells: list[str] = []
    for char in text.rstrip():
        cells += [char, ""] if unicodedata.east_asian_width(char) in "WF" else [char]
    return cells


def _spans(filled: list[bool]) -> list[tuple[int, int]]:
    """The runs of filled columns; one blank column alone does not part them."""
    runs: list[tuple[int, int]] = []
    for full, group in groupby(enumerate(filled), key=lambda pair: pair[1]):
        places = [index for index, _ in group]
        if not full:
            continue
        if runs and places[0] - runs[-1][1] < _FEWEST_ROWS:
            runs[-1] = (runs[-1][0], places[-1] + 1)
        else:
            runs.append((places[0], places[-1] + 1))
    return runs
