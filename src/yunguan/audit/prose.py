"""The running text of a document: its paragraphs, its sentences and the words around a place in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yunguan.audit.quantities import unspaced
from yunguan.core.finding import Place
from yunguan.core.reading import Block, BlockKind, Reading

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")
_RUN_TOGETHER = re.compile(r"[%％]\d[^。]*[%％]\d")
_RUNNING = re.compile(r"[\u4e00-\u9fff）)%％元][，,、；;][^，,]*[\u4e00-\u9fff]")
_ENDS = re.compile(r"[。！？!?；;：:）)”》]\s*$|(?:\d\s*[年月日号]|电话|联系人|邮编)[^，,。；;]{0,12}$")
_AROUND = 16


def paragraphs(reading: Reading) -> Iterator[Block]:
    """The paragraphs and headings, cells of tables left out."""
    return (block for block in reading.blocks if block.kind is not BlockKind.CELL)


def run_together(text: str) -> bool:
    """True for a table whose cells copying ran together into one line, 定量90%100%10, which nobody can part."""
    return _RUN_TOGETHER.search(text) is not None


def breaks_off(reading: Reading) -> bool:
    """True for a text that ends inside a sentence, as an extract does: what is missing may stand behind the cut."""
    last = next((block for block in reversed(reading.blocks) if block.text.strip()), None)
    if last is None or last.kind is BlockKind.CELL:
        return False
    return bool(_RUNNING.search(last.text)) and not _ENDS.search(last.text)


def sentences_of(block: Block) -> Iterator[str]:
    """The sentences of a paragraph, trimmed."""
    return (match[0].strip() for match in _SENTENCE.finditer(block.text) if match[0].strip())


def since(text: str, marks: str, start: int, end: int) -> str:
    """The words of a span behind the last of these marks in it."""
    return text[max(start, *(text.rfind(mark, start, end) + 1 for mark in marks)) : end]


def around(block: Block, start: int, end: int) -> Place:
    """The words from `start` to `end` with some on both sides, as a place."""
    return block.place(block.text[max(0, start - _AROUND) : end + _AROUND].strip())


def bare(text: str) -> str:
    """The text without blanks and with plain marks, to compare wordings."""
    return unspaced(text.replace("*", "").replace("#", ""))
