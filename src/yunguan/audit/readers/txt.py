"""Plain text and Markdown in any usual Chinese encoding; lines broken inside a sentence are joined."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from yunguan.audit.bounds import MOST_CHARACTERS
from yunguan.audit.joining import (
    CLOSING,
    LIST_OPENED,
    PAGE_NUMBER,
    SEMICOLON,
    TABLE_LINE,
    ended,
    ending,
    goes_on,
    join,
    long_enough,
    over_page,
)
from yunguan.audit.outline import IN_TEXT, Line, blocks, cells_of, numbering_level, starts_afresh
from yunguan.audit.reader import Reader, Unreadable
from yunguan.audit.readers.wrapping import NOT_WRAPPED, Wrap, wrap_of
from yunguan.audit.tables.flattened import flattened, in_lines
from yunguan.audit.tables.spaced import spaced
from yunguan.audit.tables.typed import Numbered, Segment, segments
from yunguan.core.reading import Reading, Table

_OTHER_FORMATS = (b"PK\x03\x04", b"PK\x05\x06", b"%PDF")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_GARBLED = re.compile(r"�|锟斤拷|烫烫烫|(?:[Ã-ï][\x80-\xbf¡-¿]{1,2}){3}")
_TORN = re.compile(r"[\d.]\n(?:[\d.]|[万亿]?[元%％人个次项件])")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_INDENT = re.compile(r"\u3000{2}|[ \xa0]{4}")
_BLANKS = " \t\u3000\xa0\ufeff\u200b"
_LONGEST_HEAD = 40
_MOST_RARE = 0.2


def decode(data: bytes) -> str:
    """The text in UTF-8, UTF-16 or GB 18030; raises Unreadable rather than return garbled text."""
    text = _decoded(data)
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"文本超过 {MOST_CHARACTERS // 10_000} 万字，一次查不完，请拆成几个文件后再提供")
    if _CONTROLS.search(text):
        raise Unreadable("文件里有文本中不会出现的控制字符，不像文本文件，请核对格式后重新提供")
    if _GARBLED.search(text) or _encoded_twice(text):
        raise Unreadable("文件里有乱码，请用原来的软件重新存为 UTF-8 文本后再提供")
    return text


def _decoded(data: bytes) -> str:
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and _mostly_rare(text):
            continue
        return text
    raise Unreadable("认不出文件的文字编码，请存为 UTF-8 文本后再提供")


def _encodings(data: bytes) -> Iterator[str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            yield encoding
            return
    head = data[:4096]
    if b"\x00" in head:
        yield "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
        return
    yield "utf-8"
    yield "gb18030"


def _mostly_rare(text: str) -> bool:
    """True where too many characters lie outside GB 2312, as when bytes of another encoding are taken for GB 18030."""
    strange = [char for char in text if not char.isascii()]
    rare = sum(1 for char in strange if not _in_gb2312(char))
    return rare > max(1, len(strange) * _MOST_RARE)


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _encoded_twice(text: str) -> bool:
    """True where UTF-8 was once taken for GB 18030 and saved so: only such text decodes as UTF-8 a second time."""
    han = "".join(_HAN.findall(text))
    if len(han) < len("乱码样例"):
        return False
    for line in text.splitlines():
        if _HAN.search(line):
            try:
                line.encode("gb18030").decode("utf-8")
            except (UnicodeDecodeError, UnicodeEncodeError):
                return False
    return True


def lines_of(text: str) -> list[tuple[int, str | None]]:
    """The lines with their numbers; page numbers and the running head behind them become None, a page's edge."""
    raw = BREAK.split(text)
    bare = [line.strip(_BLANKS) for line in raw]
    edges = {index for index, line in enumerate(bare) if line and PAGE_NUMBER.fullmatch(line)}
    behind = {index: next((i for i in range(index + 1, len(bare)) if bare[i]), index) for index in edges}
    heads = Counter(bare[index] for index in behind.values())
    edges |= {index for index in behind.values() if heads[bare[index]] > 1 and _is_head(bare[index])}
    return [(number, None if number - 1 in edges else line) for number, line in enumerate(raw, start=1)]


def _is_head(line: str) -> bool:
    """True for a line that may be a running head; the title and the unit of a table are none."""
    return len(line) <= _LONGEST_HEAD and not TABLE_LINE.match(line)


def paragraphs(lines: Iterable[Numbered], wrap: Wrap = NOT_WRAPPED) -> Iterator[Line]:
    """The paragraphs, each placed by its first line."""
    return (Line(text, f"第{first}行") for first, text in joined(lines, wrap))


def joined(
    lines: Iterable[Numbered], wrap: Wrap = NOT_WRAPPED, *, ends_hold: bool = False
) -> Iterator[tuple[int, str]]:
    """The paragraphs, each with the number of its first line; one that stops inside a sentence goes on in the next.

    `wrap` tells how the lines of this text are wrapped; with `ends_hold` the end of a line is a paragraph's in its
    format, so that one which ends with a bracket is whole.
    """
    held, first, gap, last, torn, indented = "", 0, False, "", False, False
    for number, raw in lines:
        torn = torn or raw is None
        line = (raw or "").strip(_BLANKS)
        if not line:
            gap = True
            continue
        inside = indented and not _INDENT.match(raw or "")
        wrapped = not gap and wrap.fills(last) and (inside or not ended(held) or _opens_list(held))
        wrapped = wrapped or (inside and (torn or not gap) and held.endswith(SEMICOLON))
        wrapped = wrapped or (
            torn and (over_page(held, line, set_in=indented) or (wrap.fills(last) and not ended(held)))
        )
        afresh = starts_afresh(line) and not (inside and numbering_level(line) >= IN_TEXT)
        wrapped = wrapped and not (afresh or TABLE_LINE.match(line))
        wrapped = wrapped or (torn and bool(_TORN.search(f"{ending(held)}\n{line}")))
        if (
            held
            and not ((gap or ends_hold) and held.endswith(CLOSING))
            and not ((gap or ends_hold) and line.startswith("一是"))
            and (wrapped or (long_enough(last, line) and goes_on(held, line)))
        ):
            held, gap, last, torn = join(held, line), False, f"{last}{line}" if torn else line, False
            continue
        if held:
            yield first, held
        held, first, gap, last, torn, indented = line, number, False, line, False, bool(_INDENT.match(raw or ""))
    if held:
        yield first, held


def _opens_list(held: str) -> bool:
    return bool(LIST_OPENED.search(ending(held)))


def _recognises(data: bytes) -> bool:
    return not data.startswith(_OTHER_FORMATS)


def segmented(lines: Sequence[Numbered]) -> Iterator[Segment]:
    """Prose, tables that were typed, and tables that copying laid flat."""
    for segment in segments(lines):
        if segment.rows is not None:
            yield segment
            continue
        for each in flattened(segment.lines):
            for part in [each] if each.rows is not None else spaced(each.lines):
                yield part
                if part.rows is None:
                    yield from in_lines(part.lines)


def _read(name: str, data: bytes) -> Reading:
    tables: list[Table] = []
    lines: list[Line] = []
    parts = list(segmented(lines_of(decode(data))))
    prose = (line for part in parts if part.rows is None for _, line in part.lines)
    wrap = wrap_of(line.strip(_BLANKS) for line in prose if line)
    for part in parts:
        if part.rows is None:
            lines.extend(paragraphs(part.lines, wrap))
            continue
        table = Table(f"表{len(tables) + 1}", part.rows)
        tables.append(table)
        lines.extend(cells_of(table))
    return Reading(name, "txt", tuple(blocks(lines)), tuple(tables))


TXT = Reader("txt", _recognises, _read)
