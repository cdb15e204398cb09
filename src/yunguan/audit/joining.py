"""Lines that were broken inside a sentence and go on in the next one; what formats of lines and of pages share."""

from __future__ import annotations

import re
from typing import Final

from yunguan.audit.bounds import LONGEST_PARAGRAPH
from yunguan.audit.outline import is_heading, starts_afresh

_ENDED = re.compile(r"[。！？!?:：;；”』」][）)*\s]*$")
CLOSING: Final = ("）", ")")
SEMICOLON: Final = ("；", ";")
LIST_OPENED: Final = re.compile(r"其中[:：]$")
TABLE_LINE: Final = re.compile(r"[（(]?\s*(?:金额)?单位\s*[:：]|[^，,。；;、]{2,40}表$")
PAGE_NUMBER: Final = re.compile(r"[-—–－]\s*\d{1,4}\s*[-—–－]|第\s*\d{1,4}\s*页(\s*[,，/]?\s*共\s*\d{1,4}\s*页)?")
_RUNNING = re.compile(r"[，。；、]|[\u4e00-\u9fff%％],")
_INNER = re.compile(r"[，。；]|[\u4e00-\u9fff%％],")
_CONTINUES = re.compile(r"[，。；、）)%％]|\d[\d.,，]*\s*[万亿]?[元%％人个]")
_NUMBER_ENDS = re.compile(r"[\u4e00-\u9fff]\s*\d[\d.,，]*$")
_UNIT_OPENS = re.compile(r"\s*(?:[万亿]元?|元|[%％]|[个人户家次件项公亩])[，。；、（()）\u4e00-\u9fff]")
_APPENDED = re.compile(r"\d\s*(?:[万亿]?元|%|％|[人个次项件户家])\n[（(](?!\s*(?:[一二三四五六七八九十]+|\d+)\s*[）)])")
_SHORTEST_BROKEN_LINE = 12
_ENDING = 100


def goes_on(held: str, line: str) -> bool:
    """True where `line` continues a sentence that a page or the edge of a page broke off."""
    if len(held) > LONGEST_PARAGRAPH or is_heading(held) or starts_afresh(line):
        return False
    end = ending(held)
    if ended(held) or TABLE_LINE.match(line):
        return False
    torn = _NUMBER_ENDS.search(end) and _UNIT_OPENS.match(line)
    broken = (
        torn or _RUNNING.search(held) or _CONTINUES.match(line) or _unclosed(held) or _APPENDED.search(f"{end}\n{line}")
    )
    return len(held) >= _SHORTEST_BROKEN_LINE and bool(broken)


def torn_apart(held: str, line: str) -> bool:
    """True where not even a blank line ends the sentence: a number and its unit, or a comma, stand before it."""
    if is_heading(held) or starts_afresh(line) or TABLE_LINE.match(line):
        return False
    unit = _NUMBER_ENDS.search(ending(held)) and _UNIT_OPENS.match(line)
    return bool(unit) or (held.endswith(("，", "、")) and len(held) >= _SHORTEST_BROKEN_LINE)


def over_page(held: str, line: str, *, set_in: bool = False) -> bool:
    """True where running text below a page's end can only go on with what stands above it.

    A short text may be a title; one that is `set_in` begins a paragraph.
    """
    if is_heading(held) or ended(held) or TABLE_LINE.match(held) or starts_afresh(line) or TABLE_LINE.match(line):
        return False
    told = set_in or len(held) >= _SHORTEST_BROKEN_LINE or any(char.isdigit() for char in held)
    return told and is_running(line)


def is_running(text: str) -> bool:
    """True for text with the marks of a sentence inside it."""
    return bool(_INNER.search(text))


def ending(held: str) -> str:
    """The last characters, which tell how a text ends; a text that grows line by line is not read anew each time."""
    return held[-_ENDING:]


def ended(held: str) -> bool:
    """True where a sentence or a heading is over at the end of the text."""
    return bool(_ENDED.search(ending(held)))


def long_enough(last: str, line: str) -> bool:
    """False for a line too short to have been broken: the cells of a form stand one below the other."""
    return len(last) >= _SHORTEST_BROKEN_LINE or bool(_CONTINUES.match(line))


def _unclosed(held: str) -> bool:
    """True where a bracket was opened and not closed."""
    return sum(held.count(mark) for mark in "（(") > sum(held.count(mark) for mark in "）)")


def join(left: str, right: str) -> str:
    """Two halves of a broken line; a blank stays only between words of Latin letters, of which XX is none."""
    latin = left[-1:].isascii() and left[-1:].isalpha() and right[:1].isascii() and right[:1].isalpha()
    latin = latin and left[-1:] + right[:1] != "XX"
    return f"{left} {right}" if latin else f"{left}{right}"
